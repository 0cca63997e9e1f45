using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Glossary;

/// <summary>The comparison of two parties of a conflict.</summary>
/// <param name="A">Index of the first party.</param>
/// <param name="B">Index of the second party.</param>
/// <param name="Comparison">What the comparison says.</param>
public sealed record ConflictPair(int A, int B, Comparison Comparison);
