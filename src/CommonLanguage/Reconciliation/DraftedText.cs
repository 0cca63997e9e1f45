using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>A text of a proposal as it is made.</summary>
/// <param name="Entry">The entry that would change; null = a new one.</param>
/// <param name="Term">The word it would have; empty = as it is.</param>
/// <param name="Definition">The definition it would have; empty = as it is.</param>
/// <param name="Note">The note for readers it would have; empty = none.</param>
public sealed record DraftedText(EntryName? Entry, string Term = "", string Definition = "", string Note = "");
