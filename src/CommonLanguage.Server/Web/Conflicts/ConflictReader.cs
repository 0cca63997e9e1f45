using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>Reads conflicts with their texts. Thread-safe.</summary>
sealed class ConflictReader(StoreReader reader, LiveTables tables, ReconciliationReader reconciliations, SearchHost search)
{
    /// <summary>Definitions that use the word of a conflict, and how many there are; none while the index is being opened.</summary>
    public async Task<(ImmutableArray<Sense> Dependents, int Count)> DependentsAsync(Actor actor, ConflictView view, CancellationToken cancellation)
    {
        if (!search.Index.IsCompletedSuccessfully)
            return ([], 0);
        var (conflict, now) = (view.Conflict, tables.Current);
        var filter = LookupFilter.Of(actor, now.Directory, [], view.Partnership.Id.ResourceName, conflict.Language);
        var found = await search.DependentsAsync(conflict, now, filter, cancellation);
        return ([.. found.Hits.Select(hit => hit.Sense)], found.Total);
    }

    /// <summary>A conflict with its texts and all that was said and done about it, now or after one of its steps.</summary>
    /// <exception cref="RefusalException">There is none that the actor sees, or no such step.</exception>
    public async Task<(ConflictView View, Proceedings Proceedings, long Sequence)> ReadAsync(Actor actor, ConflictName name, int step, CancellationToken cancellation)
    {
        await tables.Loaded.WaitAsync(cancellation);
        var sequence = tables.Current.Sequence;
        var record = await reconciliations.ReadRecordAsync(actor, name, step, null, cancellation);
        return ((await ReadAsync([record.Conflict], cancellation))[0], record.Proceedings, sequence);
    }

    /// <summary>Conflicts with their texts, in the order given.</summary>
    public async Task<ImmutableArray<ConflictView>> ReadAsync(IReadOnlyCollection<Conflict> conflicts, CancellationToken cancellation)
    {
        if (conflicts.Count == 0)
            return [];
        var directory = tables.Current.Directory;
        if (!conflicts.All(directory.Knows))
            directory = (await tables.AtLeastAsync(conflicts.Max(conflict => conflict.Sequence), cancellation)).Directory;
        var revisions = (await reader.ReadRevisionsAsync(conflicts.SelectMany(c => c.Parties).Select(party => party.RevisionKey).Distinct(), cancellation))
            .ToDictionary(revision => revision.Key);
        var times = await reader.ReadChangesAsync(conflicts.Select(c => c.Opened).Distinct(), cancellation);
        var uses = (await reader.ReadUsesAsync([.. conflicts.Select(c => c.Word).Distinct(StringComparer.Ordinal)], cancellation))
            .ToDictionary(use => use.Word, StringComparer.Ordinal);
        return
        [
            .. conflicts.Select(conflict => new ConflictView(
                conflict,
                directory.Partnership(conflict.Partnership),
                [.. conflict.Parties.Select(party => new Side(party, directory[party.Organisation], revisions[party.RevisionKey]))],
                times[conflict.Opened].Time)
            {
                Use = uses.GetValueOrDefault(conflict.Word, new(conflict.Word, 0, 0)),
            }),
        ];
    }
}
