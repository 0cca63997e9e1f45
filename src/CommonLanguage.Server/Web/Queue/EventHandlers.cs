using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Queue;

/// <summary>Events that the script of the pages adds to those of browsers.</summary>
[EventHandler("onwindowmoved", typeof(WindowMovedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onlistkey", typeof(ListKeyEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
