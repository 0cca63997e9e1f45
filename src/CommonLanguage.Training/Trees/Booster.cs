using CommonLanguage.Analysis.Meaning.Judging;

namespace CommonLanguage.Training.Trees;

/// <summary>
/// Grows gradient-boosted trees on histograms (Friedman 2001; Ke et al. 2017), one tree for all outputs at once, leaf by leaf with the
/// greatest gain first. Deterministic: the same rows and settings make the same trees.
/// </summary>
sealed class Booster(BoosterSettings settings)
{
    const int Bins = 48;

    /// <summary>Grows a forest. Targets: a class's number, or any value where there is one output (then squared loss, or logistic loss when all are 0 or 1 and the settings say so).</summary>
    public Forest Grow(float[][] rows, float[] targets, float[] weights, int outputs)
    {
        var width = rows[0].Length;
        var edges = Enumerable.Range(0, width).Select(feature => Edges(rows, feature)).ToArray();
        var bins = new byte[width][];
        for (var feature = 0; feature < width; feature++)
            bins[feature] = Array.ConvertAll(rows, row => BinOf(edges[feature], row[feature]));

        var random = new Random(settings.Seed);
        var start = Start(targets, weights, outputs);
        var scores = new float[rows.Length * outputs];
        for (var i = 0; i < rows.Length; i++)
            start.CopyTo(scores.AsSpan(i * outputs));
        var (roots, nodes, leaves) = (new List<int>(), new List<Forest.Node>(), new List<float>());
        var (gradients, hessians) = (new float[scores.Length], new float[scores.Length]);
        for (var round = 0; round < settings.Rounds; round++)
        {
            Gradients(scores, targets, weights, outputs, gradients, hessians);
            var chosen = Enumerable.Range(0, rows.Length).Where(_ => random.NextDouble() < settings.RowShare).ToArray();
            var features = Enumerable.Range(0, width).Where(_ => random.NextDouble() < settings.FeatureShare).ToArray();
            if (features.Length == 0 || chosen.Length == 0)
                continue;
            var tree = new Growth(settings, bins, features, gradients, hessians, outputs).Grow(chosen);
            roots.Add(tree.Export(edges, nodes, leaves, outputs));
            tree.AddTo(scores, bins, rows.Length, outputs);
        }

        return new(outputs, start, [.. roots], [.. nodes], [.. leaves]);
    }

    float[] Start(float[] targets, float[] weights, int outputs)
    {
        double all = weights.Sum();
        if (outputs > 1)
        {
            var classes = new double[outputs];
            for (var i = 0; i < targets.Length; i++)
                classes[(int)targets[i]] += weights[i];
            return Array.ConvertAll(classes, share => (float)Math.Log(Math.Max(share, 1e-3) / all));
        }

        var mean = targets.Zip(weights, (target, weight) => (double)target * weight).Sum() / all;
        return [(float)(settings.Loss == Loss.Logistic ? Math.Log(mean / (1 - mean)) : mean)];
    }

    void Gradients(float[] scores, float[] targets, float[] weights, int outputs, float[] gradients, float[] hessians)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if (outputs == 1)
            {
                var value = scores[i];
                if (settings.Loss == Loss.Logistic)
                    value = 1 / (1 + MathF.Exp(-value));
                gradients[i] = weights[i] * (value - targets[i]);
                hessians[i] = weights[i] * (settings.Loss == Loss.Logistic ? Math.Max(value * (1 - value), 1e-4f) : 1);
                continue;
            }

            var row = scores.AsSpan(i * outputs, outputs);
            var most = float.MinValue;
            foreach (var score in row)
                most = Math.Max(most, score);
            var sum = 0f;
            foreach (var score in row)
                sum += MathF.Exp(score - most);
            for (var k = 0; k < outputs; k++)
            {
                var p = MathF.Exp(row[k] - most) / sum;
                gradients[(i * outputs) + k] = weights[i] * (p - (k == (int)targets[i] ? 1 : 0));
                hessians[(i * outputs) + k] = weights[i] * Math.Max(p * (1 - p), 1e-4f);
            }
        }
    }

    // Edges between bins: quantiles of the values that occur. Bin 0 holds NaN.
    static float[] Edges(float[][] rows, int feature)
    {
        var values = rows.Select(row => row[feature]).Where(value => !float.IsNaN(value)).Order().ToArray();
        var distinct = values.Distinct().ToArray();
        if (distinct.Length <= Bins)
            return [float.NegativeInfinity, .. distinct.SkipLast(1).Zip(distinct.Skip(1), (x, y) => (x + y) / 2)];
        var edges = new SortedSet<float> { float.NegativeInfinity };
        for (var i = 1; i < Bins; i++)
        {
            var at = (int)((long)i * values.Length / Bins);
            if (values[at] > values[0])
                _ = edges.Add((values[at - 1] + values[at]) / 2);
        }

        return [.. edges];
    }

    static byte BinOf(float[] edges, float value)
    {
        if (float.IsNaN(value))
            return 0;
        var (low, high) = (0, edges.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value > edges[middle])
                low = middle + 1;
            else
                high = middle;
        }

        return (byte)Math.Max(low, 1);
    }
}
