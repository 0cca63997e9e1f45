namespace CommonLanguage.Reconciliation;

/// <summary>What an entry says of a characteristic.</summary>
/// <param name="Entry">The store's number of the entry.</param>
/// <param name="Value">What it says; empty = nothing.</param>
/// <param name="IsCorrected">A person has put it so.</param>
public readonly record struct LineUpCell(long Entry, string Value, bool IsCorrected);
