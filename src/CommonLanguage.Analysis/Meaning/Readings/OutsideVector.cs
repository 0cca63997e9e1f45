using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Readings;

/// <summary>A text's vector that something else than the built-in word vectors has made, such as an embedding model. Of length 1; immutable.</summary>
public sealed class OutsideVector
{
    const int Step = 8;

    readonly float[] values;

    OutsideVector(float[] values, int dimension) => (this.values, Dimension) = (values, dimension);

    /// <summary>How many numbers it has.</summary>
    public int Dimension { get; }

    /// <summary>A vector with the direction of the given numbers; null when they have none: no numbers, only zeros, or one that is not finite.</summary>
    public static OutsideVector? Of(ReadOnlySpan<float> numbers)
    {
        var square = 0.0;
        foreach (var number in numbers)
            square += (double)number * number;
        if (!double.IsFinite(square) || square <= 0)
            return null;
        var length = Math.Sqrt(square);
        var values = new float[(numbers.Length + Step - 1) / Step * Step];
        for (var i = 0; i < numbers.Length; i++)
            values[i] = (float)(numbers[i] / length);
        return new(values, numbers.Length);
    }

    /// <summary>NaN when one is missing or they are of different dimensions.</summary>
    internal static float Cosine(OutsideVector? a, OutsideVector? b) =>
        a is null || b is null || a.Dimension != b.Dimension ? float.NaN : Math.Clamp(UnitVector.Dot(a.values, b.values), -1, 1);
}
