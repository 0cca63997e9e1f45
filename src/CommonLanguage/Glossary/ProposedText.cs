namespace CommonLanguage.Glossary;

/// <summary>One text of a proposal: what an entry would say, or what a new one would.</summary>
/// <param name="Entry">The store's number of the entry that would change; 0 = a new one.</param>
/// <param name="Term">The word it would have; empty = as it is.</param>
/// <param name="Definition">The definition it would have; empty = as it is.</param>
/// <param name="Note">The note for readers it would have; empty = none.</param>
public sealed record ProposedText(long Entry, string Term, string Definition, string Note);
