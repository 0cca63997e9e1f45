using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Notification;

/// <summary>Webhooks of a partnership and what was sent to them: for its coordinators. Thread-safe.</summary>
public sealed class Webhooks(WriteQueue queue, StoreReader reader, LiveTables tables, AddressRules rules, TimeProvider time)
{
    /// <summary>Makes a webhook, told of what changes from now on. The answer holds the secret, this once.</summary>
    /// <exception cref="RefusalException">No such partnership, or the actor does not coordinate it; an address that is not allowed.</exception>
    public Task<(Webhook Webhook, Partnership Partnership)> CreateAsync(Actor actor, PartnershipId partnership, string url, CancellationToken cancellation) =>
        queue.RunAsync<(Webhook, Partnership)>(
            (step, writer) =>
            {
                var within = step.Tables.Directory.Get(partnership, "parent", actor);
                Permit.Coordinate(actor, within);
                var key = writer.NextKey("webhooks");
                var webhook = new Webhook(
                    key, FormattableString.Invariant($"w{key}"), within.Key, rules.Check(url).AbsoluteUri, WebhookSender.NewSecret(), actor.Name, Ended: false, step.Sequence);
                writer.Put(webhook);
                return new((webhook, within), ChangeKind.WebhookChanged, webhook.NameIn(within), actor);
            },
            cancellation);

    /// <summary>Ends a webhook: it is told nothing more.</summary>
    /// <exception cref="RefusalException">No such webhook, or the actor does not coordinate the partnership.</exception>
    public async Task<(Webhook Webhook, Partnership Partnership)> EndAsync(Actor actor, PartnershipId partnership, string id, CancellationToken cancellation)
    {
        var (webhook, _) = await FindAsync(actor, partnership, id, cancellation);
        return await queue.RunAsync<(Webhook, Partnership)>(
            (step, writer) =>
            {
                var within = step.Tables.Directory.Get(partnership, "name", actor);
                Permit.Coordinate(actor, within);
                if (webhook.Ended)
                    return new((webhook, within), null, "", actor);
                var ended = webhook with { Ended = true, Sequence = step.Sequence };
                writer.Put(ended);
                return new((ended, within), ChangeKind.WebhookChanged, ended.NameIn(within), actor);
            },
            cancellation);
    }

    /// <summary>The webhooks of a partnership, ended ones too, oldest first.</summary>
    /// <exception cref="RefusalException">No such partnership, or the actor does not coordinate it.</exception>
    public async Task<(IReadOnlyList<Webhook> Webhooks, Partnership Partnership)> ListAsync(Actor actor, PartnershipId partnership, CancellationToken cancellation)
    {
        var within = Within(actor, partnership, "parent");
        return (await reader.ReadWebhooksAsync(within.Key, cancellation), within);
    }

    /// <summary>What was sent to a webhook, or waits, newest first, before a place.</summary>
    /// <exception cref="RefusalException">No such webhook, or the actor does not coordinate the partnership.</exception>
    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        Actor actor, PartnershipId partnership, string id, DeliveryState? state, long before, int limit, CancellationToken cancellation)
    {
        var (webhook, _) = await FindAsync(actor, partnership, id, cancellation);
        return await reader.ReadDeliveriesAsync(webhook.Id, state, before, limit, cancellation);
    }

    /// <summary>Sends a message that was given up again.</summary>
    /// <exception cref="RefusalException">No such message or webhook, or the actor does not coordinate the partnership.</exception>
    public async Task<Delivery> RetryAsync(Actor actor, PartnershipId partnership, string id, long key, CancellationToken cancellation)
    {
        var (webhook, _) = await FindAsync(actor, partnership, id, cancellation);
        return await queue.RunAsync<Delivery>(
            (_, writer) =>
            {
                if (writer.Query(StoreReader.DeliveryByKey, Rows.Delivery, webhook.Id, key) is not [var found])
                    throw Refusals.WebhookNotFound(FormattableString.Invariant($"{id}/deliveries/{key}"));
                var again = found with { State = DeliveryState.Waiting, Attempts = 0, Next = time.GetUtcNow() };
                writer.Put(again);
                return StepEnd<Delivery>.Aside(again);
            },
            cancellation);
    }

    async Task<(Webhook Webhook, Partnership Partnership)> FindAsync(Actor actor, PartnershipId partnership, string id, CancellationToken cancellation)
    {
        var within = Within(actor, partnership, "name");
        var webhook = (await reader.ReadWebhooksAsync(within.Key, cancellation)).Find(known => known.Id == id) ?? throw Refusals.WebhookNotFound(id);
        return (webhook, within);
    }

    Partnership Within(Actor actor, PartnershipId partnership, string field)
    {
        var within = tables.Current.Directory.Get(partnership, field, actor);
        Permit.Coordinate(actor, within);
        return within;
    }
}
