using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Forms;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// Finds words of different organisations that have one meaning: of each entry the nearest definitions under other words, compared as all
/// others are. Follows the read tables: only what has changed since the last question is read and compared again, so that the first
/// question after a start costs some seconds a hundred thousand entries, and each later one next to nothing. Thread-safe.
/// </summary>
public sealed class SynonymFinder
{
    /// <summary>Definitions further apart than this are not compared.</summary>
    const float LeastCosine = .7f;

    /// <summary>So many of the nearest are compared.</summary>
    const int Compared = 12;

    /// <summary>Two definitions less alike than this do not make two words one.</summary>
    const double LeastLikeness = .74;

    readonly Lock gate = new();
    readonly NearMeanings near = new();
    readonly Dictionary<long, Sense> known = [];
    readonly SortedDictionary<(double, long, long), Synonym> found = [];
    readonly Dictionary<long, List<(double, long, long)>> ofEntry = [];

    /// <summary>The synonyms of a partnership, surest first.</summary>
    /// <param name="tables">The snapshot to follow to.</param>
    /// <param name="actor">Who asks: only pairs of a partnership that the actor sees are given.</param>
    /// <param name="partnership">Whose organisations, one that the actor sees; null = of all partnerships that two organisations share.</param>
    /// <param name="cancellation">Ends the work; what was done of it stands.</param>
    public ImmutableArray<Synonym> Find(ReadTables tables, Actor actor, Partnership? partnership, CancellationToken cancellation)
    {
        lock (gate)
        {
            Follow(tables, cancellation);
            var words = new HashSet<(int, int, string, string)>();
            return
            [
                // Of the senses of two words, the surest pair stands for all.
                .. found.Values.Where(synonym => AreTogether(tables.Directory, actor, partnership, synonym) && words.Add(Words(synonym.A, synonym.B))),
            ];
        }
    }

    /// <summary>The first partnership that the actor sees in which both words are used.</summary>
    public static Partnership SharedBy(PartnerDirectory directory, Actor actor, Synonym synonym) => Shared(directory, actor, synonym).First();

    static IEnumerable<Partnership> Shared(PartnerDirectory directory, Actor actor, Synonym synonym) =>
        directory.PartnershipsOf(synonym.A.Organisation).Where(shared => shared.Has(synonym.B.Organisation) && actor.Rights.Sees(shared));

    static bool AreTogether(PartnerDirectory directory, Actor actor, Partnership? partnership, Synonym synonym) => partnership is null
        ? Shared(directory, actor, synonym).Any()
        : partnership.Has(synonym.A.Organisation) && partnership.Has(synonym.B.Organisation) && actor.Rights.Sees(partnership);

    static (int, int, string, string) Words(Sense a, Sense b) =>
        a.Organisation < b.Organisation ? (a.Organisation, b.Organisation, a.Key, b.Key) : (b.Organisation, a.Organisation, b.Key, a.Key);

    void Follow(ReadTables tables, CancellationToken cancellation)
    {
        var now = new Dictionary<long, Sense>(known.Count);
        foreach (var (_, group) in tables.StartingWith(""))
        {
            foreach (var posting in group.Postings)
                now[posting.Sense.EntryKey] = posting.Sense;
        }

        foreach (var gone in known.Keys.Where(key => !now.ContainsKey(key)).ToArray())
            Forget(gone);
        Sense[] changed = [.. now.Values.Where(sense => !known.TryGetValue(sense.EntryKey, out var before) || before.RevisionKey != sense.RevisionKey)];
        foreach (var sense in changed)
        {
            cancellation.ThrowIfCancellationRequested();
            Forget(sense.EntryKey);
            var reading = ReadingOf(sense);
            if (reading.Form.Kind == FormKind.Definition && reading.Form.Senses.IsEmpty)
                near.Put(sense.EntryKey, reading);
        }

        foreach (var sense in changed)
        {
            // Known only now: what was put in but not yet compared when the question was given up is compared at the next one.
            cancellation.ThrowIfCancellationRequested();
            known[sense.EntryKey] = sense;
            Compare(sense, now);
        }
    }

    void Compare(Sense sense, Dictionary<long, Sense> now)
    {
        var reading = (DefinitionReading?)null;
        foreach (var neighbour in near.Nearest(sense.EntryKey, LeastCosine, Compared, other => IsOtherWord(sense, now[other])))
        {
            var other = now[neighbour.Id];
            var (a, b) = sense.EntryKey < other.EntryKey ? (sense, other) : (other, sense);
            if (ofEntry.GetValueOrDefault(a.EntryKey)?.Exists(key => key.Item3 == b.EntryKey) == true)
                continue;
            reading ??= ReadingOf(sense);
            var comparison = a == sense ? MeaningComparer.Compare(reading, ReadingOf(other)) : MeaningComparer.Compare(ReadingOf(other), reading);
            var likeness = Math.Round(comparison.Similarity * comparison.Probabilities.Exact * (1 - comparison.Conflict), 4);
            if (comparison.Relation == Relation.Exact && likeness >= LeastLikeness)
                Keep(new(a, b, comparison, likeness));
        }
    }

    // An abbreviation is no other word. Who is in a partnership with whom changes, and is asked when the pairs are listed.
    static bool IsOtherWord(Sense a, Sense b) =>
        a.Organisation != b.Organisation && a.Language.Primary == b.Language.Primary && !a.Keys.Intersect(b.Keys, StringComparer.Ordinal).Any()
        && !TermForms.Abbreviates(a.Term, b.Term) && !TermForms.Abbreviates(b.Term, a.Term);

    void Keep(Synonym synonym)
    {
        var key = (-synonym.Likeness, synonym.A.EntryKey, synonym.B.EntryKey);
        found[key] = synonym;
        foreach (var entry in (ReadOnlySpan<long>)[synonym.A.EntryKey, synonym.B.EntryKey])
        {
            if (!ofEntry.TryGetValue(entry, out var keys))
                ofEntry[entry] = keys = new(1);
            keys.Add(key);
        }
    }

    void Forget(long entry)
    {
        _ = known.Remove(entry);
        near.Remove(entry);
        if (!ofEntry.Remove(entry, out var keys))
            return;
        foreach (var key in keys)
        {
            _ = found.Remove(key);
            _ = ofEntry.GetValueOrDefault(key.Item2 == entry ? key.Item3 : key.Item2)?.Remove(key);
        }
    }

    static DefinitionReading ReadingOf(Sense sense) => DefinitionReading.Of(sense.Term, sense.Definition, sense.Language.Value);
}
