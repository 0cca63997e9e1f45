using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>An edit of the file that settles a finding.</summary>
/// <param name="Place">What is replaced.</param>
/// <param name="Replacement">What stands there afterwards.</param>
/// <param name="IsSafe">Whether it can be done without asking.</param>
public sealed record FindingFix(Place Place, string Replacement, bool IsSafe);
