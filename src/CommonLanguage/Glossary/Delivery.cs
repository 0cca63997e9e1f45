namespace CommonLanguage.Glossary;

/// <summary>A message for a webhook, on its way.</summary>
/// <param name="Key">The store's number; names the message to the other side too, whatever how often it is sent.</param>
/// <param name="Change">The last change it tells of.</param>
/// <param name="Webhook">Id of the webhook.</param>
/// <param name="Body">What is sent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Next">When it is sent next; of one that was delivered or given up, when that was.</param>
/// <param name="LastFault">Why the last attempt failed; empty when none did.</param>
public sealed record Delivery(long Key, long Change, string Webhook, string Body, DeliveryState State, int Attempts, DateTimeOffset Next, string LastFault);
