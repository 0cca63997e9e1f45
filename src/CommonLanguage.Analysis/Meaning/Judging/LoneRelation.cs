using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Parts;

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

    /// <summary>How many differences between the sides the direction is judged by: those of the features, and of the words that widen and narrow.</summary>
    public static int Directions => Sides + 2;

    /// <summary>Fills the probabilities of exact, broader, narrower, related and none.</summary>
    /// <param name="a">First definition.</param>
    /// <param name="b">Second definition.</param>
    /// <param name="pair">Features of the pair.</param>
    /// <param name="difference">What the scores rest on.</param>
    /// <param name="apart">Chance that the two differ in meaning at all, as the judge of conflict sees it: exact has what is left of it.</param>
    /// <param name="probabilities">Filled; they add up to 1.</param>
    [SkipLocalsInit]
    public void Judge(ReadParts a, ReadParts b, ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, float apart, Span<float> probabilities)
    {
        Span<float> row = stackalloc float[Width];
        Span<float> classes = stackalloc float[Classes];
        Fill(pair, difference, row);
        forest.Evaluate(row, classes);
        Softmax.Of(classes);
        var apartHere = Math.Max(1 - classes[0], 1e-6f);
        Span<float> sides = stackalloc float[Directions];
        FillSides(a, b, pair, sides);
        var sum = 0f;
        for (var i = 0; i < direction.Length; i++)
            sum += direction[i] * sides[i];
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

    /// <summary>Fills what sets the first side apart; swapped sides change the signs.</summary>
    public static void FillSides(ReadParts a, ReadParts b, ReadOnlySpan<float> pair, Span<float> into)
    {
        for (var i = 0; i < Sides; i++)
            into[i] = Side(pair, i);
        into[Sides] = More(a.Widening, b.Widening);
        into[Sides + 1] = More(a.Narrowing, b.Narrowing);
    }

    // How much more of a feature the first side has.
    static float Side(ReadOnlySpan<float> pair, int feature)
    {
        var at = PairFeatures.Symmetric + (2 * feature);
        return More(pair[at], pair[at + 1]);
    }

    static float More(float a, float b) => Math.Clamp((a - b) / (1 + Math.Abs(a) + Math.Abs(b)), -1, 1);

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
