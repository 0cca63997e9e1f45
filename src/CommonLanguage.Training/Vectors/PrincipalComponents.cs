namespace CommonLanguage.Training.Vectors;

/// <summary>Projection on the directions of greatest variance (Pearson 1901), found by cyclic Jacobi rotations of the covariance.</summary>
static class PrincipalComponents
{
    /// <summary>Centres rows of <paramref name="width"/> floats and projects them to <paramref name="kept"/> dimensions, weighting each row in mean and covariance.</summary>
    public static float[] Project(float[] rows, int width, int kept, float[] weights)
    {
        var count = rows.Length / width;
        var mean = new double[width];
        double total = 0;
        for (var i = 0; i < count; i++)
        {
            total += weights[i];
            for (var j = 0; j < width; j++)
                mean[j] += weights[i] * rows[(i * width) + j];
        }

        var covariance = new float[width * width];
        var centred = new float[width];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < width; j++)
                centred[j] = (float)(rows[(i * width) + j] - (mean[j] / total));
            for (var j = 0; j < width; j++)
                Floats.Add(covariance.AsSpan(j * width, width), centred, (float)(weights[i] * centred[j] / total));
        }

        var (values, vectors) = Eigen(covariance, width);
        var order = Enumerable.Range(0, width).OrderByDescending(i => values[i]).ThenBy(i => i).Take(kept).ToArray();
        Console.WriteLine($"principal components: {kept} of {width} keep {order.Sum(i => values[i]) / values.Sum():P1} of the variance");
        var projected = new float[count * kept];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < width; j++)
                centred[j] = (float)(rows[(i * width) + j] - (mean[j] / total));
            for (var k = 0; k < kept; k++)
                projected[(i * kept) + k] = Floats.Dot(centred, vectors.AsSpan(order[k] * width, width));
        }

        return projected;
    }

    /// <summary>Eigenvalues and, a row each, eigenvectors of a symmetric matrix.</summary>
    static (double[] Values, float[] Vectors) Eigen(float[] matrix, int n)
    {
        var a = Array.ConvertAll(matrix, value => (double)value);
        var v = new double[n * n];
        for (var i = 0; i < n; i++)
            v[(i * n) + i] = 1;
        for (var sweep = 0; sweep < 12; sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    var apq = a[(p * n) + q];
                    if (Math.Abs(apq) < 1e-12)
                        continue;
                    var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * apq);
                    var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                    var c = 1 / Math.Sqrt((t * t) + 1);
                    Rotate(a.AsSpan(p * n, n), a.AsSpan(q * n, n), c, t * c);
                    for (var k = 0; k < n; k++)
                    {
                        var (akp, akq) = (a[(k * n) + p], a[(k * n) + q]);
                        a[(k * n) + p] = (c * akp) - (t * c * akq);
                        a[(k * n) + q] = (t * c * akp) + (c * akq);
                    }

                    Rotate(v.AsSpan(p * n, n), v.AsSpan(q * n, n), c, t * c);
                }
            }
        }

        var values = new double[n];
        for (var i = 0; i < n; i++)
            values[i] = a[(i * n) + i];
        return (values, Array.ConvertAll(v, value => (float)value));
    }

    static void Rotate(Span<double> p, Span<double> q, double c, double s)
    {
        for (var k = 0; k < p.Length; k++)
            (p[k], q[k]) = ((c * p[k]) - (s * q[k]), (s * p[k]) + (c * q[k]));
    }
}
