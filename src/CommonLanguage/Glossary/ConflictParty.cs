namespace CommonLanguage.Glossary;

/// <summary>One entry that uses the word of a conflict, at the revision that was compared.</summary>
/// <param name="EntryKey">The store's number of the entry.</param>
/// <param name="Organisation">The store's number of the owner.</param>
/// <param name="RevisionKey">The store's number of the revision.</param>
public readonly record struct ConflictParty(long EntryKey, int Organisation, long RevisionKey);
