using CommonLanguage.Analysis.Meaning.Judging;

namespace CommonLanguage.Training.Judging;

/// <summary>Fits a logistic regression with a ridge by Newton's method; targets may lie between 0 and 1.</summary>
static class LogisticTrainer
{
    /// <summary>Fits; only the first <paramref name="width"/> features are used.</summary>
    public static Logistic Fit(IReadOnlyList<float[]> rows, IReadOnlyList<float> targets, IReadOnlyList<float> weights, int width, double ridge)
    {
        var (means, scales) = (new float[width], new float[width]);
        for (var f = 0; f < width; f++)
        {
            var column = f;
            means[f] = rows.Average(row => row[column]);
            var deviation = Math.Sqrt(rows.Average(row => Math.Pow(row[column] - means[column], 2)));
            // What is hardly ever there must not be blown up.
            scales[f] = deviation > 1e-6 ? (float)(1 / Math.Max(deviation, .12)) : 0;
        }

        var x = rows.Select(row => Enumerable.Range(0, width)
            .Select(f => (double)Math.Clamp((row[f] - means[f]) * scales[f], -Logistic.Furthest, Logistic.Furthest)).Append(1).ToArray()).ToArray();
        var w = new double[width + 1];
        for (var step = 0; step < 25; step++)
        {
            var (g, h) = (new double[width + 1], new double[width + 1, width + 1]);
            for (var i = 0; i < x.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-x[i].Zip(w, (value, weight) => value * weight).Sum()));
                var (error, curvature) = (weights[i] * (p - targets[i]), weights[i] * Math.Max(p * (1 - p), 1e-4));
                for (var j = 0; j <= width; j++)
                {
                    g[j] += error * x[i][j];
                    for (var k = 0; k <= j; k++)
                        h[j, k] += curvature * x[i][j] * x[i][k];
                }
            }

            for (var j = 0; j <= width; j++)
            {
                g[j] += (j < width ? ridge : 1e-6) * w[j];
                h[j, j] += j < width ? ridge : 1e-6;
            }

            var change = Solve(h, g);
            for (var j = 0; j <= width; j++)
                w[j] -= change[j];
            if (change.Max(Math.Abs) < 1e-7)
                break;
        }

        return new((float)w[width], [.. w.Take(width).Select(value => (float)value)], means, scales);
    }

    /// <summary>Fits a second cause beside a known one, where either suffices and the second reaches but so far: the target's chance is 1 - (1 - known) (1 - reach fitted).</summary>
    public static Logistic FitCause(IReadOnlyList<float[]> rows, IReadOnlyList<float> known, IReadOnlyList<float> reach, IReadOnlyList<float> targets, IReadOnlyList<float> weights, double ridge)
    {
        var width = rows[0].Length;
        var w = new double[width + 1];
        for (var step = 0; step < 4000; step++)
        {
            var g = new double[width + 1];
            for (var i = 0; i < rows.Count; i++)
            {
                var sum = w[width];
                for (var j = 0; j < width; j++)
                    sum += w[j] * rows[i][j];
                var d = 1 / (1 + Math.Exp(-sum));
                var p = 1 - ((1 - known[i]) * (1 - (reach[i] * d)));
                var error = weights[i] * (p - targets[i]) * (1 - known[i]) * reach[i] * d * (1 - d) / Math.Max(p * (1 - p), 1e-3);
                for (var j = 0; j < width; j++)
                    g[j] += error * rows[i][j];
                g[width] += error;
            }

            for (var j = 0; j <= width; j++)
                w[j] -= .01 * (g[j] + ((j < width ? ridge : .1) * w[j]));
        }

        return new((float)w[width], [.. w.Take(width).Select(value => (float)value)], new float[width], [.. Enumerable.Repeat(1f, width)]);
    }

    /// <summary>Fits weights without a bias, for features that change their sign when the sides are swapped.</summary>
    public static float[] FitDirection(IReadOnlyList<float[]> rows, IReadOnlyList<bool> first, double ridge)
    {
        var w = new double[rows[0].Length];
        for (var step = 0; step < 2000; step++)
        {
            var g = Array.ConvertAll(w, weight => ridge * weight);
            for (var i = 0; i < rows.Count; i++)
            {
                var error = (1 / (1 + Math.Exp(-rows[i].Zip(w, (value, weight) => value * weight).Sum()))) - (first[i] ? 1 : 0);
                for (var j = 0; j < w.Length; j++)
                    g[j] += error * rows[i][j];
            }

            for (var j = 0; j < w.Length; j++)
                w[j] -= .02 * g[j];
        }

        return Array.ConvertAll(w, weight => (float)weight);
    }

    // Cholesky; the matrix is positive definite by its ridge.
    static double[] Solve(double[,] matrix, double[] right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++)
            {
                for (var i = j; i < n; i++)
                    matrix[i, j] -= matrix[i, k] * matrix[j, k];
            }

            var root = Math.Sqrt(matrix[j, j]);
            for (var i = j; i < n; i++)
                matrix[i, j] /= root;
        }

        var y = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                y[i] -= matrix[i, k] * y[k];
            y[i] /= matrix[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                y[i] -= matrix[k, i] * y[k];
            y[i] /= matrix[i, i];
        }

        return y;
    }
}
