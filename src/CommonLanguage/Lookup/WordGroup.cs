using System.Collections.Immutable;

namespace CommonLanguage.Lookup;

/// <summary>Everything known under one normal form: who means what by it, and the open conflicts. Immutable.</summary>
/// <param name="Postings">By organisation, then by age of the entry; empty once all entries are gone.</param>
/// <param name="Conflicts">Conflicts to warn of that one of the entries takes part in.</param>
public sealed record WordGroup(ImmutableArray<Posting> Postings, ImmutableArray<ConflictMark> Conflicts)
{
    /// <summary>Settled conflicts that one of the entries takes part in.</summary>
    public ImmutableArray<SettledMark> Settled { get; init; } = [];

    /// <summary>Whether a conflict is known, open or settled.</summary>
    public bool HasConflicts => !Conflicts.IsEmpty || !Settled.IsEmpty;

    /// <summary>Nothing.</summary>
    public static readonly WordGroup Empty = new([], []);

    internal WordGroup Without(long entry)
    {
        var rest = Postings.RemoveAll(posting => posting.Sense.EntryKey == entry);
        return new(rest, Conflicts.RemoveAll(mark => !rest.Any(posting => mark.Entries.Contains(posting.Sense.EntryKey))))
        {
            Settled = Settled.RemoveAll(mark => !rest.Any(posting => mark.Entries.Contains(posting.Sense.EntryKey))),
        };
    }

    /// <summary>The group with another revision of an entry that stays in it: conflicts about the entry stay too.</summary>
    internal WordGroup Replace(Posting posting) =>
        (this with { Postings = Postings.RemoveAll(old => old.Sense.EntryKey == posting.Sense.EntryKey) }).With(posting);

    internal WordGroup With(Posting posting)
    {
        var at = Postings.Length;
        while (at > 0 && Order(Postings[at - 1]).CompareTo(Order(posting)) > 0)
            at--;
        return this with { Postings = Postings.Insert(at, posting) };
    }

    internal WordGroup With(ConflictMark mark) => this with { Conflicts = [.. Conflicts.Where(m => m.Key != mark.Key), mark] };

    internal WordGroup With(SettledMark mark) => this with { Settled = [.. Settled.Where(m => m.Key != mark.Key), mark] };

    internal WordGroup WithoutConflict(long key) => this with
    {
        Conflicts = Conflicts.RemoveAll(mark => mark.Key == key),
        Settled = Settled.RemoveAll(mark => mark.Key == key),
    };

    static (int, long) Order(Posting posting) => (posting.Sense.Organisation, posting.Sense.EntryKey);
}
