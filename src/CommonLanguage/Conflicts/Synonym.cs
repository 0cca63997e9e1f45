using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>Two words of two organisations that seem to mean one thing.</summary>
/// <param name="A">The sense of the older entry.</param>
/// <param name="B">The sense of the younger entry.</param>
/// <param name="Comparison">What the comparison says of them.</param>
/// <param name="Likeness">0..1: how surely they mean the same.</param>
public sealed record Synonym(Sense A, Sense B, Comparison Comparison, double Likeness);
