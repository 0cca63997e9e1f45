using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>One detail in which two definitions part.</summary>
/// <param name="Kind">Which detail.</param>
/// <param name="ConflictKind">Parameter, Scope or Contradiction.</param>
/// <param name="Weight">0..1: how surely a reader of one side misreads the other because of it.</param>
/// <param name="A">Words of the first definition; empty when it says nothing of it.</param>
/// <param name="B">Words of the second definition; empty when it says nothing of it.</param>
/// <param name="Reason">In words a manager understands: "24 hours, there 2 business days".</param>
public readonly record struct DetailDifference(
    DetailKind Kind, ConflictKind ConflictKind, double Weight, TextSpan A, TextSpan B, string Reason);
