using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What a proposal would make of one entry.</summary>
/// <param name="Organisation">The store's number of the owner; 0 = the partnership's agreed entries, which have no place yet.</param>
/// <param name="Before">The revision it follows; null for a new entry.</param>
/// <param name="EntryId">Id of a new entry; null = the service gives one.</param>
/// <param name="Content">What the entry would say.</param>
/// <param name="Text">Which of the proposal's texts it follows, from 1; 0 = none of them.</param>
sealed record PlannedEdit(int Organisation, Revision? Before, string? EntryId, EntryContent Content, int Text);
