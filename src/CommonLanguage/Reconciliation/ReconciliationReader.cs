using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>Reads conflicts with what was said and done about them. Thread-safe.</summary>
public sealed class ReconciliationReader(StoreReader reader, LiveTables tables, TimeProvider time)
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

    /// <summary>The whole record of a conflict, as it stands or as it stood after one of its steps.</summary>
    /// <param name="actor">Who asks; one that may not see the partnership is refused as if there were no such conflict.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="step">Number of the act after which it is read; 0 = now.</param>
    /// <param name="sequence">A change that the answer must include; null = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">No such conflict, or no such step.</exception>
    public async Task<CaseRecord> ReadRecordAsync(Actor actor, ConflictName name, int step, long? sequence, CancellationToken cancellation)
    {
        var (now, whole, mappings, directory) = await ReadAsync(actor, name, sequence, cancellation);
        if (step < 0 || step > whole.Acts.Length)
        {
            throw new RefusalException(
                ErrorReason.ActNotFound,
                FormattableString.Invariant($"{name} has {whole.Acts.Length} steps; there is no step {step}."),
                "step");
        }

        var partnership = directory.Partnership(now.Partnership);
        var isPast = step > 0 && step < whole.Acts.Length;
        var proceedings = isPast ? Proceedings.Of(whole.Acts.Take(step)) : whole;
        var (conflict, texts) = (now, default(ImmutableArray<Revision>));
        if (isPast)
        {
            (conflict, texts) = await PastState.ReadAsync(reader, now, proceedings, cancellation);
            mappings = [.. mappings.Where(mapping => mapping.Sequence <= proceedings.Acts[^1].Sequence)];
        }
        else
        {
            var known = (await reader.ReadRevisionsAsync(now.Parties.Select(party => party.RevisionKey), cancellation)).ToDictionary(text => text.Key);
            texts = [.. now.Parties.Select(party => known[party.RevisionKey])];
        }

        ImmutableArray<Offer> offers = isPast ? [] : await Offers.ReadAsync(reader, now, whole, cancellation);
        var next = isPast ? [] : NextStep.Of(
            now, partnership, whole, key => directory[key].DisplayName, [.. offers.Select(offer => offer.Organisation).Distinct()],
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        return new(
            conflict, partnership, proceedings, [.. mappings], texts, offers, next,
            await NamesAsync(conflict, proceedings, mappings, directory, cancellation), directory, whole.Acts.Length);
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
        foreach (var recorded in proceedings.Acts)
        {
            keys.UnionWith(recorded.Pins.SelectMany(pin => (long[])[pin.EntryKey, pin.RevisionKey]));
            keys.UnionWith(recorded.Act switch
            {
                Triage triage => [triage.A, triage.B],
                LineUpCorrection correction => [correction.Entry],
                Proposal proposal => [proposal.Entry, .. proposal.Texts.Select(text => text.Entry), .. proposal.Consequences.SelectMany(one => (long[])[one.Entry, one.Revision])],
                Resolution resolution => KeysOf(resolution.Effects),
                Publication publication => KeysOf(publication.Effects),
                TakingBack taking => KeysOf(taking.Effects),
                _ => Array.Empty<long>(),
            });
        }

        keys.UnionWith(conflict.Parties.SelectMany(party => (long[])[party.EntryKey, party.RevisionKey]));
        _ = keys.Remove(0);
        return new((await reader.ReadRevisionsAsync(keys, cancellation)).ToDictionary(revision => revision.Key), directory);
    }

    static IEnumerable<long> KeysOf(ImmutableArray<Effect> effects) => effects.SelectMany(effect => (long[])[effect.Entry, effect.Revision]);
}
