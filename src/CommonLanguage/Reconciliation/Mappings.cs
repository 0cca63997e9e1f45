using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// What people decided of pairs of entries, kept free of contradictions: exact is transitive and excludes every other relation between
/// the same two (SKOS reference, S42 to S46, with the transitivity that the service adds).
/// </summary>
sealed class Mappings(WriteStep step, StoreWriter writer, Conflict conflict)
{
    const string Latest = $"SELECT {Rows.MappingColumns} FROM mappings WHERE entry_a = @p0 OR entry_b = @p0 ORDER BY key";

    /// <summary>The mapping of two entries that counts, or null.</summary>
    public Mapping? Find(long x, long y)
    {
        Mapping? last = null;
        foreach (var mapping in writer.Query(Latest, Rows.Mapping, x))
        {
            if ((mapping.A.EntryKey, mapping.B.EntryKey) == (Math.Min(x, y), Math.Max(x, y)))
                last = mapping;
        }

        return last;
    }

    /// <summary>Adds a mapping, and the exact ones that follow from it.</summary>
    /// <exception cref="RefusalException">It contradicts confirmed ones (MappingContradicts).</exception>
    public void Add(
        ConflictParty a, ConflictParty b, Relation relation, bool negated, MappingState state, MappingJustification justification, string author,
        ImmutableArray<string> reviewers, string comment)
    {
        if (a.EntryKey > b.EntryKey)
            (a, b, relation) = (b, a, Mirrored(relation));
        if (state == MappingState.Confirmed)
        {
            if (relation == Relation.Exact && !negated)
                Follow(a, b, author, reviewers);
            else if (SameAs(a.EntryKey, exceptTo: b.EntryKey).ContainsKey(b.EntryKey))
                throw Contradicts(a, b, "they are the same by way of a third");
        }

        writer.Add(new Mapping(
            writer.NextKey("mappings"), conflict.Key, a, b, relation, negated, state, justification, 1, author, reviewers, comment, step.Sequence));
    }

    /// <summary>Ends what was judged of two entries before, where it says something else than that they are the same.</summary>
    public void Overtake(long x, long y, string why)
    {
        if (Find(x, y) is { State: MappingState.Confirmed } known && !IsExact(known))
            writer.Add(known with { Key = writer.NextKey("mappings"), State = MappingState.Stale, Comment = why, Sequence = step.Sequence });
    }

    void Follow(ConflictParty a, ConflictParty b, string author, ImmutableArray<string> reviewers)
    {
        var left = SameAs(a.EntryKey, exceptTo: b.EntryKey);
        var right = SameAs(b.EntryKey, exceptTo: a.EntryKey);
        left[a.EntryKey] = a;
        right[b.EntryKey] = b;
        foreach (var x in left.Values)
        {
            foreach (var y in right.Values)
            {
                if (x.EntryKey == y.EntryKey || (x.EntryKey, y.EntryKey) == (a.EntryKey, b.EntryKey) || (y.EntryKey, x.EntryKey) == (a.EntryKey, b.EntryKey))
                    continue;
                var known = Find(x.EntryKey, y.EntryKey);
                if (IsExact(known))
                    continue;
                if (known is { State: MappingState.Confirmed })
                    throw Contradicts(x, y, "they would follow to be the same");
                var (first, second) = x.EntryKey < y.EntryKey ? (x, y) : (y, x);
                writer.Add(new Mapping(
                    writer.NextKey("mappings"), conflict.Key, first, second, Relation.Exact, false, MappingState.Confirmed, MappingJustification.Followed, 1,
                    author, reviewers, "", step.Sequence));
            }
        }
    }

    /// <summary>Entries that mean the same as one, by confirmed mappings, not counting the one between it and another.</summary>
    Dictionary<long, ConflictParty> SameAs(long entry, long exceptTo)
    {
        var found = new Dictionary<long, ConflictParty>();
        var open = new Queue<long>([entry]);
        while (open.TryDequeue(out var at))
        {
            var latest = writer.Query(Latest, Rows.Mapping, at).GroupBy(m => (m.A.EntryKey, m.B.EntryKey)).Select(group => group.Last());
            foreach (var mapping in latest)
            {
                var other = mapping.A.EntryKey == at ? mapping.B : mapping.A;
                if (!IsExact(mapping) || other.EntryKey == entry || (Math.Min(at, other.EntryKey), Math.Max(at, other.EntryKey)) == (Math.Min(entry, exceptTo), Math.Max(entry, exceptTo)))
                    continue;
                if (found.TryAdd(other.EntryKey, other))
                    open.Enqueue(other.EntryKey);
            }
        }

        return found;
    }

    static bool IsExact(Mapping? mapping) => mapping is { State: MappingState.Confirmed, Relation: Relation.Exact, Negated: false };

    static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.Broader => Relation.Narrower,
        Relation.Narrower => Relation.Broader,
        _ => relation,
    };

    RefusalException Contradicts(ConflictParty a, ConflictParty b, string why)
    {
        var (x, y) = (NameOf(a), NameOf(b));
        return new(
            ErrorReason.MappingContradicts,
            $"{x} and {y} were judged otherwise: {why}. Judge those pairs again first.",
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = x, ["b"] = y });
    }

    string NameOf(ConflictParty party) =>
        new EntryName(step.Tables.Directory[party.Organisation].Id, step.Current(party.EntryKey).EntryId).ToString();
}
