namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>One organisation's meaning of the word of a finding.</summary>
/// <param name="Name">Resource name of the entry.</param>
/// <param name="Organisation">What people call its owner.</param>
/// <param name="Term">The word as its owner writes it.</param>
/// <param name="Definition">What it means there.</param>
public sealed record FindingEntry(string Name, string Organisation, string Term, string Definition);
