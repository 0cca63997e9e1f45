using System.Collections.Immutable;
using System.Net;

namespace CommonLanguage.Notification;

/// <summary>Where messages may go beyond the public internet.</summary>
/// <param name="AllowedNetworks">Networks of this installation's own that webhooks may lie in; else public addresses only.</param>
public sealed record NotificationOptions(ImmutableArray<IPNetwork> AllowedNetworks);
