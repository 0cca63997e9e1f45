using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Reconciliation;

/// <summary>Resource names of entries and revisions by the store's numbers. An entry's number is that of its first revision.</summary>
public sealed class EntryNames(IReadOnlyDictionary<long, Revision> revisions, PartnerDirectory directory)
{
    /// <summary>The entry; empty for 0.</summary>
    public string Entry(long key) => key == 0 ? "" : Name(revisions[key]).ToString();

    /// <summary>The revision.</summary>
    public string Revision(long key) => Name(revisions[key]).Revision(revisions[key].Number);

    EntryName Name(Revision revision) => new(directory[revision.Organisation].Id, revision.EntryId);
}
