using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>Everything known under one normal form: who means what by it, and the open conflicts. Immutable.</summary>
/// <param name="Postings">By organisation, then by age of the entry; empty once all entries are gone.</param>
/// <param name="Conflicts">Conflicts to warn of that one of the entries takes part in.</param>
public sealed record WordGroup(ImmutableArray<Posting> Postings, ImmutableArray<ConflictMark> Conflicts)
{
    /// <summary>Conflicts that one of the entries takes part in and that are settled, or were until they were reopened.</summary>
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

    /// <summary>The group with what a conflict of some of its entries says: a warning, a settlement, or that one has lapsed.</summary>
    internal WordGroup With(Conflict conflict, PartnerDirectory directory)
    {
        var name = new ConflictName(directory.Partnership(conflict.Partnership).Id, conflict.Id).ToString();
        ImmutableArray<long> entries = [.. conflict.Parties.Select(party => party.EntryKey)];
        if (conflict.State == ConflictState.Closed && conflict.Lapsed is null)
            return this;
        var group = conflict.Warns ? With(new ConflictMark(conflict.Key, conflict.Partnership, conflict.Word, name, entries)) : this;
        return conflict.Warns && conflict.Lapsed is null
            ? group
            : group.With(new SettledMark(conflict.Key, conflict.Partnership, name, entries, conflict.Settlement) { Lapsed = conflict.Lapsed });
    }

    internal WordGroup With(SettledMark mark) => this with { Settled = [.. Settled.Where(m => m.Key != mark.Key), mark] };

    internal WordGroup WithoutConflict(long key) => this with
    {
        Conflicts = Conflicts.RemoveAll(mark => mark.Key == key),
        Settled = Settled.RemoveAll(mark => mark.Key == key),
    };

    static (int, long) Order(Posting posting) => (posting.Sense.Organisation, posting.Sense.EntryKey);
}
