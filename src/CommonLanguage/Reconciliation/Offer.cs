using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What an owner may take back of a settlement that was reopened.</summary>
/// <param name="Organisation">The store's number of the owner.</param>
/// <param name="Now">The entry as it is.</param>
/// <param name="Before">As it was before the settlement; null for an entry that the settlement made, which is retired.</param>
/// <param name="IsChangedSince">The owner has changed the entry after the settlement.</param>
public sealed record Offer(int Organisation, Revision Now, Revision? Before, bool IsChangedSince);
