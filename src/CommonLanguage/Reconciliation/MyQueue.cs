using System.Collections.Concurrent;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// Which conflict a person should take up next: first those of which they know two sides, having worked for both; then by severity times
/// exposure, so that what many people meet comes before what nobody reads. Thread-safe.
/// </summary>
public sealed class MyQueue(StoreReader reader, LiveTables tables)
{
    volatile Counted counted = new(-1);

    /// <summary>A page of the open conflicts that the actor may see.</summary>
    /// <param name="actor">Whose queue.</param>
    /// <param name="partnership">Only this one; null = all.</param>
    /// <param name="after">Where the page begins.</param>
    /// <param name="limit">Conflicts at most.</param>
    /// <param name="sequence">A change that the answer must include; null = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">No such partnership, or none that the actor may see.</exception>
    public async Task<(IReadOnlyList<QueueEntry> Page, int Total)> ListAsync(
        Actor actor, PartnershipId? partnership, QueuePlace after, int limit, long? sequence, CancellationToken cancellation)
    {
        Permit.Scope(actor, Scopes.Read);
        var snapshot = await tables.LoadedAsync(sequence, cancellation);
        var directory = snapshot.Directory;
        Partnership[] seen = partnership is { } id ? [directory.Get(id, "parent", actor)] : [.. directory.Partnerships.Where(actor.Rights.Sees)];
        var queue = Of(actor, seen, isWhole: partnership is null && actor.Rights.IsAdministrator);
        var places = await reader.ReadPlacesAsync(queue, after, limit, cancellation);
        var conflicts = (await reader.ReadConflictsAsync(places.Select(place => place.Key), cancellation)).ToDictionary(conflict => conflict.Key);
        var uses = (await reader.ReadUsesAsync([.. conflicts.Values.Select(conflict => conflict.Word)], cancellation)).ToDictionary(use => use.Word, StringComparer.Ordinal);
        return ([.. places.Select(place =>
        {
            var conflict = conflicts[place.Key];
            return new QueueEntry(conflict, place, uses.GetValueOrDefault(conflict.Word, new(conflict.Word, 0, 0)));
        })], await CountAsync(queue, snapshot.Sequence, cancellation));
    }

    /// <summary>The keys of all open conflicts that the actor may see, in the order of their queue.</summary>
    public async Task<IReadOnlyList<long>> ReadOrderAsync(Actor actor, CancellationToken cancellation)
    {
        Permit.Scope(actor, Scopes.Read);
        await tables.PeopleLoaded.WaitAsync(cancellation);
        var seen = tables.Current.Directory.Partnerships.Where(actor.Rights.Sees);
        var places = await reader.ReadPlacesAsync(Of(actor, [.. seen], actor.Rights.IsAdministrator), QueuePlace.Start, int.MaxValue, cancellation);
        return [.. places.Select(place => place.Key)];
    }

    // Who pages through a long queue has it counted once: only a change of the log can change the number.
    async Task<int> CountAsync(PersonalQueue queue, long sequence, CancellationToken cancellation)
    {
        var now = counted;
        if (now.Sequence != sequence)
            counted = now = new(sequence);
        if (!now.Totals.TryGetValue(queue.Count, out var total))
            now.Totals[queue.Count] = total = await reader.CountPlacesAsync(queue, cancellation);
        return total;
    }

    // Who knows two organisations that are no partners here knows no conflict here from both sides.
    static PersonalQueue Of(Actor actor, Partnership[] seen, bool isWhole) => new(
        isWhole ? null : [.. seen.Select(one => one.Key)],
        [.. actor.Rights.Affiliated.Where(organisation => seen.Any(one => one.Has(organisation)))]);

    sealed record Counted(long Sequence)
    {
        public ConcurrentDictionary<string, int> Totals { get; } = new(StringComparer.Ordinal);
    }
}
