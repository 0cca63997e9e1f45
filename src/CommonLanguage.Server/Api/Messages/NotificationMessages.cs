using System.Globalization;
using CommonLanguage.Glossary;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Webhooks and deliveries as messages, and their names.</summary>
static class NotificationMessages
{
    public static V1.Webhook ToMessage(this Webhook webhook, Partnership partnership) =>
        new() { Name = webhook.NameIn(partnership), Url = webhook.Url, Creator = webhook.Creator, Ended = webhook.Ended };

    public static V1.Delivery ToMessage(this Delivery delivery, PartnershipId partnership) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{partnership.ResourceName}/webhooks/{delivery.Webhook}/deliveries/{delivery.Key}"),
        State = (V1.Delivery.Types.State)(int)delivery.State,
        Attempts = delivery.Attempts,
        NextTime = Timestamp.FromDateTimeOffset(delivery.Next),
        LastFault = delivery.LastFault,
        Body = delivery.Body,
    };

    /// <summary>Reads "partnerships/{partnership}/webhooks/{webhook}".</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static (PartnershipId Partnership, string Id) ParseWebhook(string name, string field) => name.Split('/') is ["partnerships", var partnership, "webhooks", var id]
        ? (PartnershipId.Parse(partnership, field), id)
        : throw Invalid(name, field, "partnerships/{partnership}/webhooks/{webhook}");

    /// <summary>Reads "partnerships/{partnership}/webhooks/{webhook}/deliveries/{number}".</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static (PartnershipId Partnership, string Webhook, long Key) ParseDelivery(string name, string field) =>
        name.Split('/') is ["partnerships", var partnership, "webhooks", var id, "deliveries", var number]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? (PartnershipId.Parse(partnership, field), id, key)
            : throw Invalid(name, field, "partnerships/{partnership}/webhooks/{webhook}/deliveries/{number}");

    static RefusalException Invalid(string name, string field, string pattern) =>
        Refusals.Unreadable(ErrorReason.NameInvalid, $"'{field}' is {Shown.Quoted(name)}; it has the form {pattern}.", field, name);
}
