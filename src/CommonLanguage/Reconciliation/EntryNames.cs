using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Reconciliation;

/// <summary>Resource names of entries and revisions by the store's numbers. An entry's number is that of its first revision.</summary>
public sealed class EntryNames(IReadOnlyDictionary<long, Revision> revisions, PartnerDirectory directory)
{
    /// <summary>The entry; empty for 0.</summary>
    public string Entry(long key) => key == 0 ? "" : Name(revisions[key]).ToString();

    /// <summary>The revision; empty for 0.</summary>
    public string Revision(long key) => key == 0 ? "" : Name(revisions[key]).Revision(revisions[key].Number);

    /// <summary>The revision with its text; null for 0.</summary>
    public Revision? Find(long key) => key == 0 ? null : revisions[key];

    /// <summary>All revisions that are named, by organisation, entry and number.</summary>
    public IEnumerable<Revision> Revisions => revisions.Values.OrderBy(revision => (revision.Organisation, revision.EntryKey, revision.Number));

    EntryName Name(Revision revision) => new(directory[revision.Organisation].Id, revision.EntryId);
}
