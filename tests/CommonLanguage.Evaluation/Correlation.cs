namespace CommonLanguage.Evaluation;

/// <summary>How well a score goes with graded judgements.</summary>
static class Correlation
{
    public static double Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Count; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    public static double Spearman(IReadOnlyList<double> x, IReadOnlyList<double> y) => Pearson(Ranks(x), Ranks(y));

    static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end < order.Length && values[order[end]].Equals(values[order[i]]))
                end++;
            for (var k = i; k < end; k++)
                ranks[order[k]] = (i + end - 1) / 2.0;
            i = end;
        }

        return ranks;
    }
}
