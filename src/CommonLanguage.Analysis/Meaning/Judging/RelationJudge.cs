using System.Runtime.CompilerServices;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// Gives each pair of definitions a probability for each relation: first alone, then, where a side has several senses, in view of all
/// pairs of the word. Both orders are judged and averaged, so that swapping the sides mirrors the answer. Immutable and thread-safe.
/// </summary>
sealed class RelationJudge(Forest pair, Forest group)
{
    /// <summary>Exact, broader, narrower, related, none.</summary>
    public const int Classes = 5;

    public static int PairWidth => PairFeatures.Names.Length;

    public static int GroupWidth => PairWidth + GroupFeatures.Names.Length;

    /// <summary>The probabilities of one pair by itself, from its features.</summary>
    [SkipLocalsInit]
    public void JudgePair(ReadOnlySpan<float> features, Span<float> probabilities)
    {
        Span<float> mirrored = stackalloc float[PairWidth];
        PairFeatures.Mirror(features, mirrored, PairFeatures.Symmetric);
        Average(pair, features, mirrored, probabilities);
    }

    /// <summary>Judges all pairs of two sides, row by row; the features of each pair and the probabilities of each pair alone are given.</summary>
    public void JudgeGroup(float[][] features, float[][] alone, int rows, int columns, float[][] probabilities)
    {
        var scores = new float[features.Length * GroupFeatures.Scores];
        for (var i = 0; i < features.Length; i++)
            Scores(features[i], alone[i], scores.AsSpan(i * GroupFeatures.Scores));
        var width = GroupFeatures.Names.Length;
        var grouped = new float[features.Length * width];
        GroupFeatures.Fill(scores, rows, columns, grouped);
        Span<float> row = stackalloc float[GroupWidth];
        Span<float> mirrored = stackalloc float[GroupWidth];
        for (var i = 0; i < features.Length; i++)
        {
            features[i].CopyTo(row);
            grouped.AsSpan(i * width, width).CopyTo(row[PairWidth..]);
            Mirror(row, mirrored);
            Average(group, row, mirrored, probabilities[i]);
        }
    }

    /// <summary>The scores by which a pair is ranked in its group.</summary>
    public static void Scores(ReadOnlySpan<float> features, ReadOnlySpan<float> alone, Span<float> into)
    {
        var lexical = features[PairFeatures.LexicalCosine];
        into[0] = float.IsNaN(features[PairFeatures.Cosine]) ? features[PairFeatures.Triples] : features[PairFeatures.Cosine];
        into[1] = lexical;
        into[2] = features[PairFeatures.Aligned];
        into[3] = float.IsNaN(features[PairFeatures.BestParts]) ? features[PairFeatures.Triples] : features[PairFeatures.BestParts];
        into[4] = 1 - alone[Classes - 1];
    }

    /// <summary>The features of a pair in its group, from the other side.</summary>
    public static void Mirror(ReadOnlySpan<float> row, Span<float> mirrored)
    {
        PairFeatures.Mirror(row[..PairWidth], mirrored, PairFeatures.Symmetric);
        PairFeatures.Mirror(row[PairWidth..], mirrored[PairWidth..], GroupFeatures.Symmetric);
    }

    public void Write(BinaryWriter writer)
    {
        pair.Write(writer);
        group.Write(writer);
    }

    public static RelationJudge Read(BinaryReader reader) => new(Forest.Read(reader), Forest.Read(reader));

    [SkipLocalsInit]
    static void Average(Forest forest, ReadOnlySpan<float> features, ReadOnlySpan<float> mirrored, Span<float> probabilities)
    {
        Span<float> one = stackalloc float[Classes];
        Span<float> other = stackalloc float[Classes];
        forest.Evaluate(features, one);
        forest.Evaluate(mirrored, other);
        Softmax.Of(one);
        Softmax.Of(other);
        (other[1], other[2]) = (other[2], other[1]);
        for (var k = 0; k < Classes; k++)
            probabilities[k] = (one[k] + other[k]) / 2;
    }
}
