namespace CommonLanguage.Training.Vectors;

/// <summary>
/// Moves word vectors so that the weighted sum of a text's words is as near to what the sentence encoder says of each text of a batch as
/// the encoder's vectors are to each other (similarity-preserving distillation, Tung and Mori 2019, here into a sum of words), by Adagrad
/// (Duchi et al. 2011).
/// </summary>
sealed class Distillation(float[] vectors, int width, float[] weights)
{
    const int Batch = 192;

    readonly float[] squares = new float[weights.Length];
    readonly float[] gradient = new float[vectors.Length];

    /// <summary>Trains on texts, each as its words, with the encoder's vectors of length 1, one after the other.</summary>
    public void Train(IReadOnlyList<int[]> texts, float[] targets, int epochs, float rate)
    {
        var random = new Random(17);
        var order = Enumerable.Range(0, texts.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            var batches = order.Length / Batch;
            for (var b = 0; b < batches; b++)
            {
                var progress = (epoch + ((float)b / batches)) / epochs;
                loss += Step(order.AsSpan(b * Batch, Batch), texts, targets, rate * (1 - (0.9f * progress)));
            }

            Console.WriteLine($"distillation epoch {epoch + 1} of {epochs}: loss {loss / batches:F4}");
        }
    }

    double Step(ReadOnlySpan<int> batch, IReadOnlyList<int[]> texts, float[] targets, float rate)
    {
        double loss = 0;
        var touched = new SortedSet<int>();
        var (said, pull) = (new float[width], new float[width]);
        foreach (var text in batch)
        {
            Array.Clear(said);
            Array.Clear(pull);
            var length = Sum(texts[text], said);
            foreach (var other in batch)
            {
                var target = Target(other);
                var error = Floats.Dot(said, target) - Floats.Dot(Target(text), target);
                loss += error * error;
                Floats.Add(pull, target, error);
            }

            Spread(texts[text], said, pull, length, touched);
        }

        foreach (var word in touched)
        {
            var g = gradient.AsSpan(word * width, width);
            squares[word] += Floats.Dot(g, g);
            Floats.Add(vectors.AsSpan(word * width, width), g, -rate / MathF.Sqrt(squares[word] + 1e-8f));
            g.Clear();
        }

        return loss / batch.Length;

        ReadOnlySpan<float> Target(int text) => targets.AsSpan(text * width, width);
    }

    float Sum(int[] words, Span<float> into)
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
