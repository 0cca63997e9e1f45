namespace CommonLanguage.Training.Vectors;

/// <summary>
/// Refines word vectors so that the weighted sum of a text's words stands near that of another text with the same meaning and far from
/// those of others: InfoNCE with the other pairs of a batch as negatives (van den Oord et al. 2018), Adagrad (Duchi et al. 2011). The pairs come from dictionaries (after Hill et al. 2016, "Learning to understand phrases by
/// embedding the dictionary").
/// </summary>
sealed class Refinement(float[] vectors, int width, float[] weights)
{
    const int Batch = 192;
    const float Scale = 16;

    readonly float[] squares = new float[weights.Length];
    readonly float[] gradient = new float[vectors.Length];

    public void Train(List<(int[] A, int[] B)> pairs, int epochs, float rate)
    {
        var random = new Random(17);
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            var batches = order.Length / Batch;
            for (var b = 0; b < batches; b++)
            {
                var progress = (epoch + ((float)b / batches)) / epochs;
                loss += Step(order.AsSpan(b * Batch, Batch), pairs, rate * (1 - (0.9f * progress)));
            }

            Console.WriteLine($"refinement epoch {epoch + 1} of {epochs}: loss {loss / batches:F4}");
        }
    }

    double Step(ReadOnlySpan<int> batch, List<(int[] A, int[] B)> pairs, float rate)
    {
        var n = batch.Length;
        var (left, right) = (new float[n * width], new float[n * width]);
        var (leftLength, rightLength) = (new float[n], new float[n]);
        for (var i = 0; i < n; i++)
        {
            leftLength[i] = Encode(pairs[batch[i]].A, left.AsSpan(i * width, width));
            rightLength[i] = Encode(pairs[batch[i]].B, right.AsSpan(i * width, width));
        }

        var p = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                p[(i * n) + j] = MathF.Exp(Scale * (Floats.Dot(left.AsSpan(i * width, width), right.AsSpan(j * width, width)) - 1));
        }

        var (rows, columns) = (new float[n], new float[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                rows[i] += p[(i * n) + j];
                columns[j] += p[(i * n) + j];
            }
        }

        double loss = 0;
        var (leftGradient, rightGradient) = (new float[n * width], new float[n * width]);
        for (var i = 0; i < n; i++)
        {
            loss -= 0.5 * (Math.Log(p[(i * n) + i] / rows[i]) + Math.Log(p[(i * n) + i] / columns[i]));
            for (var j = 0; j < n; j++)
            {
                var g = 0.5f * Scale * ((p[(i * n) + j] / rows[i]) + (p[(i * n) + j] / columns[j]) - (i == j ? 2 : 0));
                if (MathF.Abs(g) < 1e-4f)
                    continue;
                Floats.Add(leftGradient.AsSpan(i * width, width), right.AsSpan(j * width, width), g);
                Floats.Add(rightGradient.AsSpan(j * width, width), left.AsSpan(i * width, width), g);
            }
        }

        var touched = new SortedSet<int>();
        for (var i = 0; i < n; i++)
        {
            Spread(pairs[batch[i]].A, left.AsSpan(i * width, width), leftGradient.AsSpan(i * width, width), leftLength[i], touched);
            Spread(pairs[batch[i]].B, right.AsSpan(i * width, width), rightGradient.AsSpan(i * width, width), rightLength[i], touched);
        }

        foreach (var word in touched)
        {
            var g = gradient.AsSpan(word * width, width);
            var vector = vectors.AsSpan(word * width, width);
            squares[word] += Floats.Dot(g, g);
            Floats.Add(vector, g, -rate / MathF.Sqrt(squares[word] + 1e-8f));
            g.Clear();
        }

        return loss / n;
    }

    float Encode(int[] words, Span<float> into)
    {
        foreach (var word in words)
            Floats.Add(into, vectors.AsSpan(word * width, width), weights[word]);
        return Floats.Normalise(into);
    }

    // The gradient through the normalisation, handed to the words by their weights.
    void Spread(int[] words, ReadOnlySpan<float> unit, Span<float> g, float length, SortedSet<int> touched)
    {
        if (length < 1e-6f)
            return;
        Floats.Add(g, unit, -Floats.Dot(g, unit));
        foreach (var word in words)
        {
            Floats.Add(gradient.AsSpan(word * width, width), g, weights[word] / length);
            _ = touched.Add(word);
        }
    }
}
