using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>Reads conflicts with what was said and done about them. Thread-safe.</summary>
public sealed class ReconciliationReader(StoreReader reader, LiveTables tables)
{
    /// <summary>A conflict with its proceedings and the mappings judged in it.</summary>
    /// <param name="actor">Who asks; one that may not see the partnership is refused as if there were no such conflict.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="sequence">A change that the answer must include; null = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">No such conflict.</exception>
    public async Task<(Conflict Conflict, Proceedings Proceedings, IReadOnlyList<Mapping> Mappings, PartnerDirectory Directory)> ReadAsync(
        Actor actor, ConflictName name, long? sequence, CancellationToken cancellation)
    {
        var directory = (await tables.LoadedAsync(sequence, cancellation)).Directory;
        if (directory.Find(name.Partnership) is not { } partnership || !actor.Rights.Sees(partnership)
            || await reader.FindConflictAsync(partnership.Key, name.Id, cancellation) is not { } conflict)
            throw Refusals.ConflictNotFound(name);
        return (
            conflict,
            Proceedings.Of(await reader.ReadActsAsync(conflict.Key, cancellation)),
            await reader.ReadMappingsAsync(conflict.Key, cancellation),
            directory);
    }

    /// <summary>What each entry of a conflict says of each characteristic.</summary>
    public async Task<ImmutableArray<LineUpRow>> LineUpAsync(Conflict conflict, Proceedings proceedings, CancellationToken cancellation)
    {
        var texts = (await reader.ReadRevisionsAsync(conflict.Parties.Select(party => party.RevisionKey), cancellation)).ToDictionary(text => text.Key);
        return LineUp.Of([.. conflict.Parties.Select(party => texts[party.RevisionKey])], proceedings.Corrections);
    }

    /// <summary>Names of the entries and revisions that acts and mappings of a conflict speak of.</summary>
    public async Task<EntryNames> NamesAsync(
        Conflict conflict, Proceedings proceedings, IReadOnlyList<Mapping> mappings, PartnerDirectory directory, CancellationToken cancellation)
    {
        var keys = new HashSet<long>();
        foreach (var mapping in mappings)
            keys.UnionWith([mapping.A.EntryKey, mapping.A.RevisionKey, mapping.B.EntryKey, mapping.B.RevisionKey]);
        foreach (var (_, entry) in proceedings.Corrections.Keys)
            _ = keys.Add(entry);
        if (proceedings.Current is { Proposal: var proposal })
            keys.UnionWith([proposal.Entry, .. proposal.Texts.Select(text => text.Entry)]);
        keys.UnionWith(conflict.Parties.Select(party => party.EntryKey));
        return new((await reader.ReadRevisionsAsync(keys, cancellation)).ToDictionary(revision => revision.Key), directory);
    }
}
