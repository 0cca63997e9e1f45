namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>A logistic regression (Cox 1958) on standardised features. Immutable and thread-safe.</summary>
sealed class Logistic(float bias, float[] weights, float[] means, float[] scales)
{
    /// <summary>Features beyond this many standard deviations count as this many: a strange text must not outweigh all else.</summary>
    public const float Furthest = 3;

    public float[] Weights => weights;

    /// <summary>The chance, 0..1.</summary>
    public float Evaluate(ReadOnlySpan<float> features) => 1 / (1 + MathF.Exp(-Sum(features)));

    /// <summary>The chance as log odds.</summary>
    public float Sum(ReadOnlySpan<float> features)
    {
        var sum = bias;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] * Math.Clamp((features[i] - means[i]) * scales[i], -Furthest, Furthest);
        return sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(weights.Length);
        writer.Write(bias);
        foreach (var values in (float[][])[weights, means, scales])
        {
            foreach (var value in values)
                writer.Write(value);
        }
    }

    public static Logistic Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var bias = reader.ReadSingle();
        var (weights, means, scales) = (new float[count], new float[count], new float[count]);
        foreach (var values in (float[][])[weights, means, scales])
        {
            for (var i = 0; i < count; i++)
                values[i] = reader.ReadSingle();
        }

        return new(bias, weights, means, scales);
    }
}
