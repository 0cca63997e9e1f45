using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <content>What others are told of changes.</content>
public sealed partial class StoreReader
{
    internal const string LiveWebhooks = $"SELECT {Rows.WebhookColumns}, reached_sequence, reached_key FROM webhooks WHERE ended = 0 ORDER BY key";

    internal const string DueDeliveries = $"SELECT {Rows.DeliveryColumns} FROM deliveries WHERE state = 1 AND next_time <= @p0 ORDER BY next_time, key LIMIT @p1";

    internal const string DeliveryByKey = $"SELECT {Rows.DeliveryColumns} FROM deliveries WHERE target = @p0 AND key = @p1";

    /// <summary>The webhooks that are told, each with the change and the key of the last conflict it has a message of.</summary>
    public Task<List<(Webhook Webhook, long Sequence, long Key)>> ReadLiveWebhooksAsync(CancellationToken cancellation) =>
        ListAsync(LiveWebhooks, Rows.WebhookAndPlace, cancellation);

    /// <summary>Webhooks of a partnership, ended ones too, oldest first.</summary>
    public Task<List<Webhook>> ReadWebhooksAsync(int partnership, CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.WebhookColumns} FROM webhooks WHERE partnership = @p0 ORDER BY key", Rows.Webhook, cancellation, partnership);

    /// <summary>Deliveries of a webhook with a smaller key, newest first.</summary>
    public Task<List<Delivery>> ReadDeliveriesAsync(string webhook, DeliveryState? state, long before, int limit, CancellationToken cancellation) =>
        ListAsync(
            $"SELECT {Rows.DeliveryColumns} FROM deliveries WHERE target = @p0 AND key < @p1{(state is { } one ? FormattableString.Invariant($" AND state = {(int)one}") : "")} ORDER BY key DESC LIMIT @p2",
            Rows.Delivery, cancellation, webhook, before, limit);

    /// <summary>Whether a delivery waits to be sent now.</summary>
    public async Task<bool> HasDueDeliveriesAsync(DateTimeOffset now, CancellationToken cancellation) =>
        (await ListAsync(DueDeliveries, Rows.Delivery, cancellation, now.ToUnixTimeMilliseconds(), 1)).Count > 0;
}
