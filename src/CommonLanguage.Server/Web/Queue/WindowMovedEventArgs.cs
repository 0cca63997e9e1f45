namespace CommonLanguage.Server.Web.Queue;

/// <summary>The reader has scrolled a list.</summary>
public sealed class WindowMovedEventArgs : EventArgs
{
    /// <summary>The first row in sight.</summary>
    public int First { get; set; }
}
