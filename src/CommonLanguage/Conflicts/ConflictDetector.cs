using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// Finds which conflicts a change opens, refreshes or closes. Work is proportional to the groups of the words touched, never to the
/// store. Reads a snapshot, gives values; where an embedding generator gives the vectors, waits for it within its timeout.
/// </summary>
public sealed class ConflictDetector(VectorSource vectors, WaitingWords waiting)
{
    /// <summary>How many senses were read and compared since the start: what the work is proportional to.</summary>
    public long SensesJudged { get; private set; }

    // Fewer are judged before the second core has begun.
    const int CasesWorthSharing = 16;

    /// <summary>The conflicts of some words as they are after a change, where they differ from what is known.</summary>
    /// <param name="tables">The snapshot after the change.</param>
    /// <param name="words">Normal forms that the change touched.</param>
    /// <param name="known">Gives the conflict that stands in the store for a partnership, word and language, in whatever state.</param>
    /// <param name="nextKey">Gives the store's number for a new conflict.</param>
    /// <param name="revision">Reads a revision by the store's number: what a decision was pinned to.</param>
    /// <param name="sequence">The change that these conflicts will be written by.</param>
    /// <param name="vectorsToUse">By what the definitions are compared; null = by what can be had at once.</param>
    public ImmutableArray<Conflict> Detect(
        ReadTables tables, IEnumerable<string> words, Func<int, string, string, Conflict?> known, Func<long> nextKey, Func<long, Revision> revision, long sequence,
        DefinitionVectors? vectorsToUse = null)
    {
        var cases = Cases(tables, words, known);
        var by = vectorsToUse ?? vectors.Of(cases.SelectMany(one => one.Senses).Select(sense => sense.Definition));
        if (by.Version != vectors.Version)
            waiting.Add(cases.Where(one => one.Senses.Count > 1).Select(one => one.Word));
        if (cases.Count < CasesWorthSharing)
            cases.ForEach(Judge);
        else
            _ = Parallel.ForEach(cases, Judge);

        var changed = ImmutableArray.CreateBuilder<Conflict>();
        foreach (var found in cases)
        {
            var before = found.Known;
            if (!found.Group.HasConflicts)
            {
                if (found.Judgement is null || found.Judgement.Severity < MeaningComparer.ConflictThreshold)
                    continue;
                before = known(found.Partnership.Key, found.Word, found.Language);
            }

            if (before is not null && IsDecided(before.State) && !found.Partnership.Archived)
            {
                if (Staleness.ReasonOf(before, found.Judgement, found.Group, tables.Directory, revision) is { } reason)
                    changed.Add(Reopened(before, found.Judgement, reason, sequence));
            }
            else if (Next(before, found.Judgement, found.Partnership, found.Word, found.Language, nextKey, sequence) is { } conflict)
            {
                changed.Add(conflict);
            }
        }

        return changed.DrainToImmutable();

        void Judge(Case one) => one.Judgement = WordJudgement.Of(one.Senses, one.Known, by);
    }

    /// <summary>Judges words ahead, so that <see cref="Detect"/> finds what the second stage says of them kept.</summary>
    internal void Prepare(ReadTables tables, IEnumerable<string> words, DefinitionVectors by, CancellationToken cancellation)
    {
        foreach (var one in Cases(tables, words, (_, _, _) => null))
        {
            cancellation.ThrowIfCancellationRequested();
            _ = WordJudgement.Of(one.Senses, null, by);
        }
    }

    /// <summary>What there is to judge: each word in each partnership and language that uses it.</summary>
    List<Case> Cases(ReadTables tables, IEnumerable<string> words, Func<int, string, string, Conflict?> known)
    {
        List<Case> cases = [];
        foreach (var word in words)
        {
            var group = tables.Find(word);
            if (group.Postings.Length < 2 && !group.HasConflicts)
                continue;
            foreach (var partnership in PartnershipsOf(group, tables.Directory))
            {
                foreach (var language in LanguagesOf(group, partnership))
                {
                    var senses = partnership.Archived ? [] : SensesOf(tables, group, word, partnership, language);
                    SensesJudged += senses.Count;
                    cases.Add(new(word, group, partnership, language, senses, group.HasConflicts ? known(partnership.Key, word, language) : null));
                }
            }
        }

        return cases;
    }

    /// <summary>A conflict with the parties and pairs that the snapshot has for its word; where nobody uses it any more, without.</summary>
    public Conflict Compared(ReadTables tables, Conflict conflict)
    {
        var senses = SensesOf(tables, tables.Find(conflict.Word), conflict.Word, tables.Directory.Partnership(conflict.Partnership), conflict.Language);
        SensesJudged += senses.Count;
        return WordJudgement.Of(senses, conflict, vectors.Of(senses.Select(sense => sense.Definition))) is { } judgement
            ? conflict with { Parties = PartiesOf(judgement), Pairs = judgement.Pairs, ComparerVersion = judgement.Version }
            : conflict with { Parties = [], Pairs = [] };
    }

    /// <summary>The senses that share a word and are compared.</summary>
    static List<Sense> SensesOf(ReadTables tables, WordGroup group, string word, Partnership partnership, string language)
    {
        List<Sense> senses = [];
        foreach (var posting in group.Postings)
        {
            var sense = posting.Sense;
            if (partnership.Has(sense.Organisation) && sense.Language.Primary == language && !tables.Directory[sense.Organisation].Archived)
                senses.Add(sense);
        }

        // Two entries that share several words ("certificate revocation list", "CRL") are in conflict about one of them only.
        _ = senses.RemoveAll(sense => !senses.Exists(other => other.Organisation != sense.Organisation && SharedWord(sense, other) == word));
        return senses;
    }

    static string SharedWord(Sense a, Sense b) =>
        a.Keys.Select((key, rank) => (key, rank))
            .Join(b.Keys.Select((key, rank) => (key, rank)), x => x.key, y => y.key, (x, y) => (Rank: x.rank + y.rank, x.key), StringComparer.Ordinal)
            .MinBy(shared => (shared.Rank, shared.key.Length, shared.key)).key;

    /// <summary>Settled, or before the parties: what was decided holds until a meaning that was judged changes.</summary>
    static bool IsDecided(ConflictState state) => ConflictStates.IsSettled(state) || state is ConflictState.Consultation or ConflictState.SignOff;

    static Conflict Reopened(Conflict before, WordJudgement? judgement, string reason, long sequence)
    {
        var after = before with { Settlement = null, Lapsed = before.Settlement ?? before.Lapsed, Reopening = reason, Review = null, Sequence = sequence };
        if (judgement is null || judgement.Severity < MeaningComparer.ConflictThreshold)
            return after with { State = ConflictState.Closed, Severity = judgement?.Severity ?? 0 };
        var sharpest = judgement.Pairs[0].Comparison;
        return after with
        {
            State = ConflictStates.IsSettled(before.State) ? ConflictState.Reopened : ConflictState.Reconciling,
            Kind = sharpest.Kind,
            Severity = judgement.Severity,
            Relation = sharpest.Relation,
            Parties = PartiesOf(judgement),
            Pairs = judgement.Pairs,
            ComparerVersion = judgement.Version,
        };
    }

    static ImmutableArray<ConflictParty> PartiesOf(WordJudgement judgement) =>
        [.. judgement.Senses.Select(sense => new ConflictParty(sense.EntryKey, sense.Organisation, sense.RevisionKey))];

    static Conflict? Next(
        Conflict? known, WordJudgement? judgement, Partnership partnership, string word, string language, Func<long> nextKey, long sequence)
    {
        var diverges = judgement is not null && judgement.Severity >= MeaningComparer.ConflictThreshold;
        if (!diverges)
        {
            return known is { Warns: true }
                ? known with { State = ConflictState.Closed, Severity = judgement?.Severity ?? 0, Sequence = sequence }
                : null;
        }

        var sharpest = judgement!.Pairs[0].Comparison;
        var parties = PartiesOf(judgement);
        if (known is not null && known.State != ConflictState.Closed && known.Parties.AsSpan().SequenceEqual(parties.AsSpan())
            && known.ComparerVersion == judgement.Version)
            return null;
        var key = known?.Key ?? nextKey();
        return new(
            key,
            known?.Id ?? Slug.Of(judgement.Senses[0].Term, key),
            partnership.Key,
            word,
            language,
            judgement.Senses[0].Term,
            sharpest.Kind,
            judgement.Severity,
            sharpest.Relation,
            known is null or { State: ConflictState.Closed } ? ConflictState.Detected : known.State,
            parties,
            judgement.Pairs,
            judgement.Version,
            known is null or { State: ConflictState.Closed } ? sequence : known.Opened,
            sequence)
        {
            Reopening = known?.Reopening ?? "",
        };
    }

    static IEnumerable<Partnership> PartnershipsOf(WordGroup group, PartnerDirectory directory)
    {
        var keys = new SortedSet<int>(group.Conflicts.Select(mark => mark.Partnership).Concat(group.Settled.Select(mark => mark.Partnership)));
        foreach (var organisation in group.Postings.Select(posting => posting.Sense.Organisation).Distinct())
            keys.UnionWith(directory.PartnershipsOf(organisation).Select(partnership => partnership.Key));
        return keys.Select(directory.Partnership);
    }

    static IEnumerable<string> LanguagesOf(WordGroup group, Partnership partnership) =>
        group.Postings.Where(posting => partnership.Has(posting.Sense.Organisation) || group.HasConflicts)
            .Select(posting => posting.Sense.Language.Primary).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>One word in one partnership and language, on its way to a judgement.</summary>
    sealed record Case(string Word, WordGroup Group, Partnership Partnership, string Language, List<Sense> Senses, Conflict? Known)
    {
        /// <summary>Null before it is judged, and when fewer than two organisations use the word.</summary>
        public WordJudgement? Judgement { get; set; }
    }
}
