using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>
/// Compares definitions of one word: how the meanings relate, how alike they are, how badly a reader of one would misread the other, in
/// which way they part, and what shows it. Method and scores: docs/model-card.md and docs/evaluation.md. Deterministic; swapping the
/// sides mirrors the answer exactly; takes any text and never gives NaN. Thread-safe.
/// </summary>
public static class MeaningComparer
{
    /// <summary>Stored with each comparison; changes when answers change.</summary>
    public const string Version = "7";

    /// <summary>At or above: worth a translator's time.</summary>
    public const double ConflictThreshold = Kinds.Threshold;

    /// <summary>Compares two definitions by themselves.</summary>
    public static Comparison Compare(DefinitionReading a, DefinitionReading b) => new ComparisonRun(Judges.Shipped).Compare(a, b);

    /// <summary>
    /// Compares all senses of one word on one side with all on the other: which sense of the one fits which of the other is judged in
    /// view of all of them, so this says more than comparing pair by pair.
    /// </summary>
    public static ComparisonMatrix Compare(IReadOnlyList<DefinitionReading> a, IReadOnlyList<DefinitionReading> b) => new ComparisonRun(Judges.Shipped).Compare(a, b);
}
