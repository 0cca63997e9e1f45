namespace CommonLanguage.Evaluation;

/// <summary>The interval in which a measure lies when whole words are drawn anew (percentile bootstrap, Efron 1979): pairs of one word are not independent.</summary>
static class Bootstrap
{
    const int Draws = 500;

    /// <summary>The 95 % interval.</summary>
    public static (double Low, double High) Interval<T>(IReadOnlyList<T> cases, Func<T, string> word, Func<IReadOnlyList<T>, double> measure)
    {
        var words = cases.GroupBy(word, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
        var random = new Random(7);
        var values = new List<double>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Enumerable.Range(0, words.Length).SelectMany(_ => words[random.Next(words.Length)]).ToArray();
            if (measure(drawn) is var value && !double.IsNaN(value))
                values.Add(value);
        }

        values.Sort();
        return values.Count == 0 ? (double.NaN, double.NaN) : (values[(int)(.025 * values.Count)], values[(int)(.975 * (values.Count - 1))]);
    }
}
