using System.Collections.Immutable;
using System.Security.Cryptography;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>
/// One step of a transaction: what is written goes to the store and into the next snapshot of the read tables, conflicts included.
/// Lives on the writer's thread; its snapshot is published when the transaction is durable. Ids that are given and revisions that are
/// followed are taken at their word first: only a step that met a row of the same key is run again, and then looks (isCareful).
/// </summary>
sealed class WriteStep(StoreWriter writer, ConflictDetector detector, ReadTables tables, bool isCareful)
{
    readonly HashSet<string> touched = new(StringComparer.Ordinal);
    readonly List<(Revision Revision, IReadOnlyList<string> Forms)> revisions = [];
    readonly List<(Revision? Before, Revision After)> currents = [];
    readonly Dictionary<long, Conflict> known = [];
    long settling;

    /// <summary>The change this step will be logged as.</summary>
    public long Sequence { get; } = writer.Sequence + 1;

    /// <summary>The snapshot with everything this step has applied so far.</summary>
    public ReadTables Tables { get; private set; } = tables;

    /// <summary>Conflicts opened, refreshed or closed so far.</summary>
    public ImmutableArray<Conflict> Conflicts { get; private set; } = [];

    /// <summary>Revisions written so far.</summary>
    public int RevisionCount { get; private set; }

    /// <summary>Writes an organisation.</summary>
    public void Put(Organisation organisation)
    {
        writer.Put(organisation);
        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Organisations = [organisation] });
    }

    /// <summary>Writes a partnership.</summary>
    public void Put(Partnership partnership)
    {
        writer.Put(partnership);
        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Partnerships = [partnership] });
    }

    /// <summary>Writes an affiliation.</summary>
    public void Put(Affiliation affiliation)
    {
        writer.Put(affiliation);
        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Affiliations = [affiliation] });
    }

    /// <summary>Writes an API key.</summary>
    public void Put(ApiKey key)
    {
        writer.Put(key);
        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, ApiKeys = [key] });
    }

    /// <summary>Writes a conflict as people have brought it.</summary>
    public void Put(Conflict conflict)
    {
        writer.Put(conflict);
        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Conflicts = [conflict] });
        Conflicts = [.. Conflicts.Where(c => c.Key != conflict.Key), conflict];
    }

    /// <summary>From here on this step's own edits settle a conflict: they do not reopen it.</summary>
    public void Settle(Conflict conflict) => settling = conflict.Key;

    /// <summary>A conflict with everybody who uses its word now, compared anew; who was party to it and no longer uses the word stays.</summary>
    public Conflict Compared(Conflict conflict)
    {
        var compared = detector.Compared(Tables, conflict);
        return compared with
        {
            Parties =
            [
                .. compared.Parties,
                .. conflict.Parties.Where(pin => !compared.Parties.Any(party => party.EntryKey == pin.EntryKey))
                    .Select(pin => (Pin: pin, Now: Current(pin.EntryKey))).Where(known => known.Now.State == RevisionState.Published)
                    .Select(known => known.Pin with { RevisionKey = known.Now.Key }),
            ],
        };
    }

    /// <summary>The same, with the severity, kind and relation of its sharpest pair: equal texts are no conflict.</summary>
    public Conflict Measured(Conflict conflict) => Compared(conflict).Measured();

    /// <summary>The revision of a number that stands in the store.</summary>
    public Revision Revision(long key) =>
        writer.Query($"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.key = @p0", Rows.Revision, key)[0];

    /// <summary>The revision of a number that an entry has.</summary>
    public Revision Revision(int organisation, string entryId, int number) => writer.Query(
        $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 AND r.number = @p2",
        Rows.Revision, organisation, entryId, number)[0];

    /// <summary>The current revision of an entry of a number that stands in the store.</summary>
    public Revision Current(long entryKey)
    {
        var first = Revision(entryKey);
        return Find(first.Organisation, first.EntryId)!;
    }

    /// <summary>How the meaning of an entry has changed since a revision, in words; null when it has not.</summary>
    public string? ChangeOfMeaning(long judged, long entryKey) => MeaningChange.Of(Revision(judged), Current(entryKey));

    /// <summary>The current revision of an entry, or null.</summary>
    public Revision? Find(int organisation, string entryId) =>
        writer.Query(StoreReader.CurrentByName, Rows.Revision, organisation, entryId).FirstOrDefault();

    /// <summary>Adds a revision; it is written by <see cref="Apply"/>.</summary>
    public Revision Add(int organisation, EntryDraft draft, RevisionState state)
    {
        var key = writer.NextRevisionKey();
        if (isCareful && (draft.Before?.EntryId ?? draft.EntryId) is { } known)
            draft = draft with { Before = Find(organisation, known) };
        var revision = new Revision(
            key,
            draft.Before?.EntryKey ?? key,
            organisation,
            draft.Before?.EntryId ?? draft.EntryId ?? GivenId(draft.Content.Term.Text, key),
            (draft.Before?.Number ?? 0) + 1,
            state,
            draft.Content,
            draft.Hash,
            Sequence);
        string[] forms = [.. Sense.FormsOf(draft.Content).Select(form => form.Key)];
        revisions.Add((revision, forms));
        currents.Add((draft.Before, revision));
        touched.UnionWith(forms);
        if (draft.Before is not null)
            touched.UnionWith(Sense.FormsOf(draft.Before.Content).Select(form => form.Key));
        return revision;
    }

    // An id that somebody chose may look like one that is given: then a few random letters keep the two apart.
    string GivenId(string term, long key) =>
        isCareful ? $"{Slug.Of(term, key)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}" : Slug.Of(term, key);

    /// <summary>Counts words as touched, so that their conflicts are looked for.</summary>
    public void Touch(IEnumerable<string> words) => touched.UnionWith(words);

    /// <summary>Writes what was added and the conflicts that follow from it.</summary>
    /// <param name="vectors">By what definitions are compared; null = by what can be had at once.</param>
    public void Apply(DefinitionVectors? vectors = null)
    {
        if (revisions.Count > 0)
        {
            writer.Insert(revisions);
            Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Revisions = [.. currents] });
            RevisionCount += revisions.Count;
            revisions.Clear();
            currents.Clear();
        }

        Write(Detect(vectors));
    }

    /// <summary>Writes what a newer comparison finds of the words touched, without reopening or closing what people have taken up.</summary>
    public void Sweep(DefinitionVectors vectors) =>
        Write(Detect(vectors).RemoveAll(after => known.TryGetValue(after.Key, out var before)
            && before.State is not (ConflictState.Detected or ConflictState.Closed) && after.State != before.State));

    ImmutableArray<Conflict> Detect(DefinitionVectors? vectors)
    {
        known.Clear();
        return detector.Detect(Tables, touched, Known, writer.NextConflictKey, Revision, Sequence, vectors).RemoveAll(conflict => conflict.Key == settling);
    }

    void Write(ImmutableArray<Conflict> found)
    {
        foreach (var conflict in found)
        {
            writer.Put(conflict);
            if (known.TryGetValue(conflict.Key, out var before) && before.State is not (ConflictState.Detected or ConflictState.Closed))
                Outdate(before, conflict);
        }

        Tables = Tables.Apply(TableChange.None with { Sequence = Sequence, Conflicts = found });
        Conflicts = [.. Conflicts, .. found];
        touched.Clear();
    }

    /// <summary>Puts on record why a conflict was taken up again, and which mappings no longer hold.</summary>
    void Outdate(Conflict before, Conflict after)
    {
        if (after.State != before.State && after.Reopening.Length > 0 && after.State != ConflictState.Closed)
            _ = writer.Add(after.Key, writer.NextActNumber(after.Key), new Reopening(after.Reopening) { After = after.State }, Actor.Service);
        Outdate(after);
    }

    /// <summary>Marks the mappings of a conflict as stale that judged a meaning that has changed since.</summary>
    public void Outdate(Conflict after)
    {
        foreach (var mapping in writer.Query(StoreReader.MappingsOf, Rows.Mapping, after.Key).GroupBy(m => (m.A.EntryKey, m.B.EntryKey)).Select(g => g.Last()))
        {
            if (mapping.State != MappingState.Confirmed)
                continue;
            var change = ChangeOfMeaning(mapping.A.RevisionKey, mapping.A.EntryKey) ?? ChangeOfMeaning(mapping.B.RevisionKey, mapping.B.EntryKey);
            if (change is not null)
                writer.Add(mapping with { Key = writer.NextKey("mappings"), State = MappingState.Stale, Comment = change, Sequence = Sequence });
        }
    }

    Conflict? Known(int partnership, string word, string language)
    {
        var found = writer.Query(
            $"SELECT {Rows.ConflictColumns} FROM conflicts WHERE partnership = @p0 AND word = @p1 AND language = @p2", Rows.Conflict, partnership, word, language)
            .FirstOrDefault();
        if (found is not null)
            known[found.Key] = found;
        return found;
    }
}
