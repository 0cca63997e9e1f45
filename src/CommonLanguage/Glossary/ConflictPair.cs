using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Glossary;

/// <summary>The comparison of two parties of a conflict.</summary>
/// <param name="A">Index of the first party.</param>
/// <param name="B">Index of the second party.</param>
/// <param name="Comparison">What the comparison says.</param>
public sealed record ConflictPair(int A, int B, Comparison Comparison)
{
    /// <summary>How many of the sharpest pairs keep all their evidence. The others keep the weightiest piece.</summary>
    const int FullPairs = 20;

    /// <summary>The pair as a conflict keeps it: a word of many organisations has hundreds.</summary>
    /// <param name="place">Its place among all pairs of the conflict, the sharpest first, from 0.</param>
    public ConflictPair Kept(int place) => place < FullPairs || Comparison.Evidence.Length < 2
        ? this
        : this with { Comparison = Comparison with { Evidence = [Comparison.Evidence[0]] } };
}
