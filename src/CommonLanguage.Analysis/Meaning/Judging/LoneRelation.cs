using System.Runtime.CompilerServices;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// The relation of two definitions that are compared by themselves, as two organisations' definitions of a term mostly are: there the
/// senses are linked far more often than two dictionaries' senses taken at random, so this is judged apart from groups, by trees that
/// learnt from real glossaries. Which side covers more is judged from what sets the two apart, so that swapped sides give the mirrored
/// answer. Immutable and thread-safe.
/// </summary>
/// <param name="forest">Exact, one covers more, related, none; from what does not depend on the order.</param>
/// <param name="direction">Weights of the differences between the sides' features; positive for "the first covers more".</param>
sealed class LoneRelation(Forest forest, float[] direction)
{
    /// <summary>Exact, one covers more, related, none.</summary>
    public const int Classes = 4;

    /// <summary>How many measures do not depend on the order: what the scores rest on and, of the pair, both sides' together.</summary>
    public static int Width => DifferenceFeatures.Names.Length + PairFeatures.Symmetric + Sides;

    /// <summary>How many features a side has.</summary>
    public static int Sides => (RelationJudge.PairWidth - PairFeatures.Symmetric) / 2;

    /// <summary>Fills the probabilities of exact, broader, narrower, related and none.</summary>
    /// <param name="pair">Features of the pair.</param>
    /// <param name="difference">What the scores rest on.</param>
    /// <param name="apart">Chance that the two differ in meaning at all, as the judge of conflict sees it: exact has what is left of it.</param>
    /// <param name="probabilities">Filled; they add up to 1.</param>
    [SkipLocalsInit]
    public void Judge(ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, float apart, Span<float> probabilities)
    {
        Span<float> row = stackalloc float[Width];
        Span<float> classes = stackalloc float[Classes];
        Fill(pair, difference, row);
        forest.Evaluate(row, classes);
        Softmax.Of(classes);
        var apartHere = Math.Max(1 - classes[0], 1e-6f);
        var sum = 0f;
        for (var i = 0; i < direction.Length; i++)
            sum += direction[i] * Side(pair, i);
        var one = classes[1] * apart / apartHere;
        probabilities[0] = 1 - apart;
        probabilities[1] = one / (1 + MathF.Exp(-sum));
        probabilities[2] = one / (1 + MathF.Exp(sum));
        probabilities[3] = classes[2] * apart / apartHere;
        probabilities[4] = classes[3] * apart / apartHere;
    }

    /// <summary>Fills what the classes are judged by.</summary>
    public static void Fill(ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, Span<float> into)
    {
        difference.CopyTo(into);
        pair[..PairFeatures.Symmetric].CopyTo(into[difference.Length..]);
        for (var i = 0; i < Sides; i++)
            into[difference.Length + PairFeatures.Symmetric + i] = Math.Abs(Side(pair, i));
    }

    /// <summary>How much more of a feature the first side has, within bounds.</summary>
    public static float Side(ReadOnlySpan<float> pair, int feature)
    {
        var at = PairFeatures.Symmetric + (2 * feature);
        return Math.Clamp((pair[at] - pair[at + 1]) / (1 + Math.Abs(pair[at]) + Math.Abs(pair[at + 1])), -1, 1);
    }

    public void Write(BinaryWriter writer)
    {
        forest.Write(writer);
        writer.Write(direction.Length);
        foreach (var weight in direction)
            writer.Write(weight);
    }

    public static LoneRelation Read(BinaryReader reader)
    {
        var (forest, direction) = (Forest.Read(reader), new float[reader.ReadInt32()]);
        for (var i = 0; i < direction.Length; i++)
            direction[i] = reader.ReadSingle();
        return new(forest, direction);
    }
}
