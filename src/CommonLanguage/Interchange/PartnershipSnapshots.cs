using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>
/// Snapshots of partnerships for document checks: written when they are first asked for after a change, kept until the next. Thread-safe.
/// </summary>
public sealed class PartnershipSnapshots(LiveTables tables, StoreReader reader) : IDisposable
{
    const int ChangesOfOneRead = 500;

    readonly ConcurrentDictionary<int, PartnershipSnapshot> kept = new();
    readonly SemaphoreSlim writing = new(1, 1);

    /// <summary>The snapshot of a partnership.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="name">Resource name; empty = the only partnership that the actor sees.</param>
    /// <param name="minSequence">A change that must be in it; null = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">There is no such partnership or the actor does not see it, or none was named and there are several.</exception>
    public async Task<PartnershipSnapshot> GetAsync(Actor actor, string name, long? minSequence, CancellationToken cancellation)
    {
        var now = await tables.LoadedAsync(minSequence, cancellation);
        var partnership = Find(now.Directory, actor, name);
        if (kept.TryGetValue(partnership.Key, out var known) && known.Sequence == now.Sequence)
            return known;
        await writing.WaitAsync(cancellation);
        try
        {
            now = tables.Current;
            if (kept.TryGetValue(partnership.Key, out known) && known.Sequence == now.Sequence)
                return known;
            var file = SnapshotWriter.Write(await ReadAsync(now.Sequence, now.Directory, partnership, cancellation));
            var snapshot = GlossarySnapshot.Read(file, partnership.Id.ToString());
            // Equal content is the same snapshot: what was built from the former one stays good.
            var fresh = known is not null && string.Equals(known.Snapshot.ETag, snapshot.ETag, StringComparison.Ordinal)
                ? known with { Sequence = now.Sequence }
                : new PartnershipSnapshot(now.Sequence, file, snapshot);
            kept[partnership.Key] = fresh;
            return fresh;
        }
        finally
        {
            _ = writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    static Partnership Find(PartnerDirectory directory, Actor actor, string name)
    {
        if (name.Length > 0)
            return directory.Get(PartnershipId.ParseName(name, "partnership"), "partnership", actor);
        var all = directory.Partnerships.Where(partnership => !partnership.Archived && actor.Rights.Sees(partnership)).Take(10).ToList();
        return all.Count == 1 ? all[0] : throw new RefusalException(
            ErrorReason.ValueMissing,
            all.Count == 0 ? "There is no partnership yet; import a glossary first." : $"Say which partnership; there are {string.Join(", ", all.Select(partnership => partnership.Id))}.",
            "partnership");
    }

    async Task<SnapshotContent> ReadAsync(long sequence, PartnerDirectory directory, Partnership partnership, CancellationToken cancellation)
    {
        var damaged = new List<long>();
        var revisions = new Dictionary<long, Revision>();
        await foreach (var revision in reader.StreamCurrentAsync(sequence, damaged, cancellation))
        {
            if (revision.State == RevisionState.Published && partnership.Has(revision.Organisation) && !directory[revision.Organisation].Archived)
                revisions[revision.EntryKey] = revision;
        }

        var conflicts = new List<Conflict>();
        await foreach (var conflict in reader.StreamConflictsAsync(damaged, cancellation))
        {
            if (conflict.Partnership == partnership.Key && conflict.State != ConflictState.Closed && conflict.Parties.All(party => revisions.ContainsKey(party.EntryKey)))
                conflicts.Add(conflict);
        }

        // A check with a hole in its glossary would be silent where it must speak.
        if (damaged.Count > 0)
        {
            throw new RefusalException(
                ErrorReason.StorageDamaged,
                FormattableString.Invariant($"{damaged.Count} rows of the store do not match their hashes, so that no snapshot can be made; restore from a backup."));
        }

        var times = await TimesAsync(
            revisions.Values.Select(revision => revision.Sequence).Concat(conflicts.SelectMany(conflict => new[] { conflict.Opened, conflict.Sequence })).Append(partnership.Sequence),
            cancellation);
        var replaced = conflicts
            .Where(conflict => conflict is { State: ConflictState.Resolved, Settlement.Outcome: Outcome.DeprecateOne })
            .SelectMany(conflict => conflict.Settlement!.Notes).Select(note => note.Entry).ToHashSet();
        return new(
            partnership.Id.ToString(),
            partnership.DisplayName,
            times.Count == 0 ? DateTimeOffset.UnixEpoch : times.Values.Max(),
            [.. Owners(partnership).Where(owner => !directory[owner].Archived).Select(owner => new SnapshotOrganisation(directory[owner].Id.ToString(), directory[owner].DisplayName))],
            [.. revisions.Values.Select(revision => Entry(directory, revision, Day(times, revision.Sequence), replaced.Contains(revision.EntryKey)))],
            [.. conflicts.Select(conflict => Conflict(directory, revisions, conflict, Day(times, conflict.Opened)))]);
    }

    // The agreed entries have an owner of their own, which is no member.
    static IEnumerable<int> Owners(Partnership partnership) => partnership.Shared is { } shared ? partnership.Members.Append(shared) : partnership.Members;

    async Task<Dictionary<long, DateTimeOffset>> TimesAsync(IEnumerable<long> sequences, CancellationToken cancellation)
    {
        var times = new Dictionary<long, DateTimeOffset>();
        foreach (var some in sequences.Distinct().Chunk(ChangesOfOneRead))
        {
            foreach (var (number, change) in await reader.ReadChangesAsync(some, cancellation))
                times[number] = change.Time;
        }

        return times;
    }

    static DateOnly Day(Dictionary<long, DateTimeOffset> times, long sequence) => DateOnly.FromDateTime(times.GetValueOrDefault(sequence).UtcDateTime);

    static SnapshotEntry Entry(PartnerDirectory directory, Revision revision, DateOnly since, bool isReplaced) => new(
        directory[revision.Organisation].Id.ToString(), revision.EntryId, revision.Number, revision.Content.Language.Value, revision.Content.Definition,
        [.. revision.Content.Terms.Select(term => new SnapshotTerm(term.Text, StatusOf(term, isReplaced), FormOf(term.Form)))],
        revision.Content.ReplacedBy, revision.Content.Note, since);

    // What one organisation has superseded for itself should not be used; what the partners have agreed to give up must not.
    static SnapshotTermStatus StatusOf(Term term, bool isReplaced) =>
        isReplaced && term.Status == TermStatus.Superseded ? SnapshotTermStatus.Forbidden : (SnapshotTermStatus)term.Status;

    static SnapshotTermForm FormOf(TermForm form) => form switch
    {
        TermForm.Abbreviation or TermForm.Acronym => SnapshotTermForm.Abbreviation,
        TermForm.Variant => SnapshotTermForm.Variant,
        _ => SnapshotTermForm.FullForm,
    };

    static SnapshotConflict Conflict(PartnerDirectory directory, Dictionary<long, Revision> revisions, Conflict conflict, DateOnly since) => new(
        conflict.Id, conflict.Term, conflict.Kind, conflict.Severity, StateOf(conflict), since,
        [.. conflict.Parties.Select(party => new EntryName(directory[party.Organisation].Id, revisions[party.EntryKey].EntryId).ToString())],
        [.. conflict.Pairs.Select(pair => new SnapshotPair(
            pair.A, pair.B, pair.Comparison.Relation, pair.Comparison.Kind, pair.Comparison.Conflict, [.. pair.Comparison.Evidence]))])
    {
        Settlement = conflict is { State: ConflictState.Resolved, Settlement: { } settlement } ? SettlementOf(conflict, settlement) : null,
    };

    static SnapshotSettlement SettlementOf(Conflict conflict, Settlement settlement) => new(
        settlement.Outcome switch
        {
            Outcome.SharedGenericPlusSpecific or Outcome.QualifyTerms or Outcome.SplitEntry => SnapshotOutcome.OwnWords,
            Outcome.ClarifyWording => SnapshotOutcome.BothTexts,
            Outcome.AgreeToDiffer => SnapshotOutcome.AgreedToDiffer,
            Outcome.DeprecateOne => SnapshotOutcome.Replaced,
            _ => SnapshotOutcome.OneMeaning,
        },
        settlement.Effective,
        [
            .. settlement.Notes.Select(note => (note, Party: PartyOf(conflict, note.Entry))).Where(pair => pair.Party >= 0)
                .Select(pair => new SnapshotNote(pair.Party, pair.note.Own, pair.note.Other, pair.note.Use)),
        ]);

    static int PartyOf(Conflict conflict, long entry)
    {
        for (var i = 0; i < conflict.Parties.Length; i++)
        {
            if (conflict.Parties[i].EntryKey == entry)
                return i;
        }

        return -1;
    }

    static SnapshotConflictState StateOf(Conflict conflict) => conflict.State switch
    {
        ConflictState.Detected => SnapshotConflictState.Detected,
        ConflictState.Deferred => SnapshotConflictState.Deferred,
        ConflictState.Resolved => SnapshotConflictState.Settled,
        ConflictState.Dismissed => SnapshotConflictState.Dismissed,
        _ => SnapshotConflictState.Confirmed,
    };
}
