using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <content>What others are told of changes.</content>
public abstract partial class StoreWriter
{
    /// <summary>Inserts a webhook, told of what comes after a change, or ends it.</summary>
    public void Put(Webhook webhook) => Execute(
        """
        INSERT INTO webhooks (key, id, partnership, url, secret, creator, ended, sequence, hash, reached_sequence, reached_key)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p7, @p9)
        ON CONFLICT (key) DO UPDATE SET ended = excluded.ended, sequence = excluded.sequence, hash = excluded.hash
        """,
        webhook.Key, webhook.Id, webhook.Partnership, webhook.Url, webhook.Secret, webhook.Creator, webhook.Ended ? 1 : 0, webhook.Sequence,
        RowHash.Of(webhook).ToBytes(), long.MaxValue);

    /// <summary>Notes how far in the conflicts, by change and key, a webhook has messages.</summary>
    public void Reach(Webhook webhook, long sequence, long key) =>
        Execute("UPDATE webhooks SET reached_sequence = @p1, reached_key = @p2 WHERE key = @p0", webhook.Key, sequence, key);

    /// <summary>Inserts a delivery or replaces what becomes of it.</summary>
    public void Put(Delivery delivery) => Execute(
        """
        INSERT INTO deliveries (key, change_sequence, target, body, state, attempts, next_time, last_fault) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        ON CONFLICT (key) DO UPDATE SET state = excluded.state, attempts = excluded.attempts, next_time = excluded.next_time, last_fault = excluded.last_fault
        """,
        delivery.Key, delivery.Change, delivery.Webhook, delivery.Body, (int)delivery.State, delivery.Attempts, delivery.Next.ToUnixTimeMilliseconds(), delivery.LastFault);

    /// <summary>Forgets deliveries that ended before a time.</summary>
    public void ForgetDeliveries(DateTimeOffset before) =>
        Execute("DELETE FROM deliveries WHERE state = @p0 AND next_time < @p1", (int)DeliveryState.Delivered, before.ToUnixTimeMilliseconds());
}
