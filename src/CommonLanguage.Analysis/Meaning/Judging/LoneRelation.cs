using System.Runtime.CompilerServices;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// The relation of two definitions that are compared by themselves, as two organisations' definitions of a term mostly are: there the
/// senses are linked far more often than two dictionaries' senses taken at random, so this is judged apart from groups, by trees that
/// learnt from real glossaries. Both orders are judged and averaged. Immutable and thread-safe.
/// </summary>
sealed class LoneRelation(Forest forest)
{
    /// <summary>How many measures of the pair do not depend on the order.</summary>
    static int Symmetric => DifferenceFeatures.Names.Length + PairFeatures.Symmetric;

    /// <summary>How many measures it is judged by.</summary>
    public static int Width => DifferenceFeatures.Names.Length + RelationJudge.PairWidth;

    /// <summary>Fills the probabilities of exact, broader, narrower, related and none.</summary>
    /// <param name="pair">Features of the pair.</param>
    /// <param name="difference">What the scores rest on.</param>
    /// <param name="apart">Chance that the two differ in meaning at all, as the judge of conflict sees it: exact has what is left of it.</param>
    /// <param name="probabilities">Filled; they add up to 1.</param>
    [SkipLocalsInit]
    public void Judge(ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, float apart, Span<float> probabilities)
    {
        Span<float> row = stackalloc float[Width];
        Span<float> mirrored = stackalloc float[Width];
        Fill(pair, difference, row);
        Mirror(row, mirrored);
        RelationJudge.Average(forest, row, mirrored, probabilities);
        var others = Math.Max(1 - probabilities[0], 1e-6f);
        probabilities[0] = 1 - apart;
        for (var k = 1; k < probabilities.Length; k++)
            probabilities[k] *= apart / others;
    }

    /// <summary>Fills what it is judged by.</summary>
    public static void Fill(ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, Span<float> into)
    {
        difference.CopyTo(into);
        pair.CopyTo(into[difference.Length..]);
    }

    /// <summary>The same from the other side.</summary>
    public static void Mirror(ReadOnlySpan<float> row, Span<float> mirrored) => PairFeatures.Mirror(row, mirrored, Symmetric);

    public void Write(BinaryWriter writer) => forest.Write(writer);

    public static LoneRelation Read(BinaryReader reader) => new(Forest.Read(reader));
}
