namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>Chances from what a forest says of classes (Bridle 1990). Thread-safe.</summary>
static class Softmax
{
    /// <summary>Puts the chances, which add up to 1, in place of the values.</summary>
    public static void Of(Span<float> values)
    {
        var most = float.MinValue;
        foreach (var value in values)
            most = Math.Max(most, value);
        var sum = 0f;
        foreach (ref var value in values)
            sum += value = MathF.Exp(value - most);
        foreach (ref var value in values)
            value /= sum;
    }
}
