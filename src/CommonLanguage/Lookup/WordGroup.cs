using System.Collections.Immutable;

namespace CommonLanguage.Lookup;

/// <summary>Everything known under one normal form: who means what by it, and the open conflicts. Immutable.</summary>
/// <param name="Postings">By organisation, then by age of the entry; empty once all entries are gone.</param>
/// <param name="Conflicts">Open conflicts that one of the entries takes part in.</param>
public sealed record WordGroup(ImmutableArray<Posting> Postings, ImmutableArray<ConflictMark> Conflicts)
{
    /// <summary>Nothing.</summary>
    public static readonly WordGroup Empty = new([], []);

    internal WordGroup Without(long entry)
    {
        var rest = Postings.RemoveAll(posting => posting.Sense.EntryKey == entry);
        return new(rest, Conflicts.RemoveAll(mark => !rest.Any(posting => mark.Entries.Contains(posting.Sense.EntryKey))));
    }

    internal WordGroup With(Posting posting)
    {
        var at = Postings.Length;
        while (at > 0 && Order(Postings[at - 1]).CompareTo(Order(posting)) > 0)
            at--;
        return this with { Postings = Postings.Insert(at, posting) };
    }

    internal WordGroup With(ConflictMark mark) => this with { Conflicts = [.. Conflicts.Where(m => m.Key != mark.Key), mark] };

    internal WordGroup WithoutConflict(long key) => this with { Conflicts = Conflicts.RemoveAll(mark => mark.Key == key) };

    static (int, long) Order(Posting posting) => (posting.Sense.Organisation, posting.Sense.EntryKey);
}
