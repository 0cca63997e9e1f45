using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Notification;

/// <summary>
/// The messages on their way: written down in the store from the change log, each for every webhook once, before any is sent. A message
/// is sent until it was taken or given up; one that was sent by a process that ended meanwhile is sent again. Thread-safe.
/// </summary>
public sealed class Outbox(WriteQueue queue, StoreReader reader, LiveTables tables, TimeProvider time)
{
    const int ConflictsOfOneMessage = 100;
    const int DeliveriesAtOnce = 16;

    /// <summary>How long a process may take to send what it has taken before another does.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    static readonly TimeSpan KeptAfterDelivery = TimeSpan.FromDays(7);

    /// <summary>The pauses between attempts; after the last one a message is given up.</summary>
    static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromHours(24),
    ];

    /// <summary>Writes messages of everything that has changed since the last ones.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        while (await HasNewsAsync(cancellation) && await queue.RunAsync<bool>((step, writer) => StepEnd<bool>.Aside(Fill(step, writer)), cancellation))
            cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Takes messages to be sent now; nobody else takes them for a minute.</summary>
    public async Task<IReadOnlyList<(Webhook Webhook, Delivery Delivery)>> TakeAsync(CancellationToken cancellation)
    {
        if (!await reader.HasDueDeliveriesAsync(time.GetUtcNow(), cancellation))
            return [];
        return await queue.RunAsync<IReadOnlyList<(Webhook, Delivery)>>(
            (_, writer) =>
            {
                var now = time.GetUtcNow();
                var webhooks = writer.Query(StoreReader.LiveWebhooks, Rows.WebhookAndPlace).ToDictionary(live => live.Webhook.Id, live => live.Webhook, StringComparer.Ordinal);
                List<(Webhook, Delivery)> taken = [];
                foreach (var due in writer.Query(StoreReader.DueDeliveries, Rows.Delivery, now.ToUnixTimeMilliseconds(), DeliveriesAtOnce))
                {
                    if (!webhooks.TryGetValue(due.Webhook, out var webhook))
                    {
                        writer.Put(due with { State = DeliveryState.Dead, Next = now, LastFault = "The webhook has ended." });
                        continue;
                    }

                    writer.Put(due with { Next = now + Lease });
                    taken.Add((webhook, due));
                }

                return StepEnd<IReadOnlyList<(Webhook, Delivery)>>.Aside(taken);
            },
            cancellation);
    }

    /// <summary>Notes what became of messages.</summary>
    /// <param name="sent">Each with why it was not taken; null = it was.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task NoteAsync(IReadOnlyCollection<(Delivery Delivery, string? Fault)> sent, CancellationToken cancellation) => queue.RunAsync<bool>(
        (_, writer) =>
        {
            var now = time.GetUtcNow();
            foreach (var (delivery, fault) in sent)
                writer.Put(After(delivery, fault, now));
            writer.ForgetDeliveries(now - KeptAfterDelivery);
            return StepEnd<bool>.Aside(true);
        },
        cancellation);

    static Delivery After(Delivery delivery, string? fault, DateTimeOffset now)
    {
        var attempts = delivery.Attempts + 1;
        if (fault is null)
            return delivery with { State = DeliveryState.Delivered, Attempts = attempts, Next = now, LastFault = "" };
        var isLast = attempts > Pauses.Length;
        return delivery with
        {
            State = isLast ? DeliveryState.Dead : DeliveryState.Waiting,
            Attempts = attempts,
            Next = isLast ? now : now + Pauses[attempts - 1],
            LastFault = fault.Length <= 500 ? fault : fault[..500],
        };
    }

    async Task<bool> HasNewsAsync(CancellationToken cancellation)
    {
        foreach (var (_, sequence, key) in await reader.ReadLiveWebhooksAsync(cancellation))
        {
            if (sequence < tables.Current.Sequence && (await reader.ReadConflictsAfterAsync(sequence, key, 1, cancellation)).Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>One message for each webhook that has news; whether there may be more.</summary>
    bool Fill(WriteStep step, StoreWriter writer)
    {
        var hasMore = false;
        foreach (var (webhook, sequence, key) in writer.Query(StoreReader.LiveWebhooks, Rows.WebhookAndPlace))
        {
            var news = writer.Query(StoreReader.ConflictsAfter, Rows.Conflict, sequence, key, ConflictsOfOneMessage);
            if (news.Count == 0)
                continue;
            hasMore |= news.Count == ConflictsOfOneMessage;
            var last = news[^1];
            writer.Reach(webhook, last.Sequence, last.Key);
            var own = news.Where(conflict => conflict.Partnership == webhook.Partnership).ToList();
            if (own.Count > 0)
            {
                writer.Put(new Delivery(
                    writer.NextKey("deliveries"), last.Sequence, webhook.Id, NotificationBody.Write(own, step.Tables.Directory, tables.Token(last.Sequence)),
                    DeliveryState.Waiting, 0, time.GetUtcNow(), ""));
            }
        }

        return hasMore;
    }
}
