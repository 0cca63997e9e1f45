using System.Numerics.Tensors;
using CommonLanguage.Analysis.Meaning.Aligning;

namespace CommonLanguage.Training.Aligning;

/// <summary>
/// Learns a head by AdamW (Loshchilov and Hutter, 2019). Two workers share each batch in a fixed way and their sums are added in a fixed
/// order, so that the same examples and seed give the same weights.
/// </summary>
static class HeadTrainer
{
    /// <summary>One head a seed: the mean of two errs less than either.</summary>
    public static readonly int[] Seeds = [1, 2];

    const int Workers = 2;
    const int Batch = 32;
    const float SeriousWeight = 0.7f;
    const float RelationWeight = 0.5f;
    const float DetailWeight = 0.5f;
    const float Smoothing = 0.03f;
    const float Decay = 0.02f;
    const float Drop = 0.15f;
    const float LongestStep = 1f;

    public static HeadWeights Learn(IReadOnlyList<HeadExample> examples, int seed, int epochs = 6, float rate = 1e-3f)
    {
        var random = new Random(seed);
        var w = Begin(random);
        var turned = new TurnedWeights();
        var (first, second) = (new float[HeadWeights.Length], new float[HeadWeights.Length]);
        var workers = Enumerable.Range(0, Workers).Select(_ => (Pass: new HeadPass(), Gradient: new HeadGradient())).ToArray();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (steps, step) = (epochs * ((examples.Count + Batch - 1) / Batch), 0);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var batch in order.Chunk(Batch))
            {
                turned.Take(w);
                var seeds = Array.ConvertAll(batch, _ => random.Next());
                var losses = new double[Workers];
                _ = Parallel.For(0, Workers, worker =>
                {
                    var (pass, gradient) = workers[worker];
                    Array.Clear(gradient.Sums.All);
                    for (var i = worker; i < batch.Length; i += Workers)
                        losses[worker] += One(examples[batch[i]], w, turned, pass, gradient, seeds[i]);
                });
                var sums = workers[0].Gradient.Sums.All;
                for (var worker = 1; worker < Workers; worker++)
                    TensorPrimitives.Add(sums, workers[worker].Gradient.Sums.All, sums);
                TensorPrimitives.Multiply(sums, 1f / batch.Length, sums);
                var norm = TensorPrimitives.Norm<float>(sums);
                if (norm > LongestStep)
                    TensorPrimitives.Multiply(sums, LongestStep / norm, sums);
                step++;
                var pace = rate * Math.Max(0.02f, Math.Min(1, step / (steps * 0.05f)) * (steps - step) / steps);
                Step(w.All, sums, first, second, pace, step);
                loss += losses.Sum();
            }

            Console.WriteLine(FormattableString.Invariant($"  epoch {epoch + 1}: loss {loss / examples.Count:0.0000}"));
        }

        return w;
    }

    static HeadWeights Begin(Random random)
    {
        var w = new HeadWeights(new float[HeadWeights.Length]);
        foreach (var (name, offset, length) in HeadWeights.Layout)
        {
            var rows = name switch
            {
                nameof(HeadWeights.Project) => EncodedText.Width,
                nameof(HeadWeights.Compare) or nameof(HeadWeights.Judge) or nameof(HeadWeights.Relate) => 4 * HeadWeights.Width,
                nameof(HeadWeights.Mix) => 3 * HeadWeights.Width,
                nameof(HeadWeights.Align) or nameof(HeadWeights.JudgeOut) or nameof(HeadWeights.RelateOut) => HeadWeights.Width,
                nameof(HeadWeights.Share) => 1000,
                _ => 0,
            };
            for (var i = 0; i < length && rows > 0; i++)
                w.All[offset + i] = ((random.NextSingle() * 2) - 1) / MathF.Sqrt(rows);
        }

        w.Scale.Fill(1);
        return w;
    }

    static double One(HeadExample example, HeadWeights w, TurnedWeights turned, HeadPass pass, HeadGradient gradient, int seed)
    {
        var random = new Random(seed);
        foreach (var side in new[] { pass.A, pass.B })
        {
            side.ProjectMask = Mask(side.ProjectMask, random);
            side.CompareMask = Mask(side.CompareMask, random);
        }

        var swap = random.Next(2) == 1;
        pass.Run(w, swap ? example.B : example.A, swap ? example.A : example.B);
        Span<float> judged = stackalloc float[3];
        Span<float> related = stackalloc float[5];
        judged.Clear();
        related.Clear();
        var loss = 0.0;
        if (example.Conflict >= 0)
        {
            loss += Binary(pass.Judged[0], example.Conflict >= 1, example.Weight, out judged[0]);
            loss += Binary(pass.Judged[1], example.Conflict >= 2, example.Weight * SeriousWeight, out judged[1]);
        }

        if (example.Detail >= 0)
            loss += Binary(pass.Judged[2], example.Detail == 1, example.Weight * DetailWeight, out judged[2]);
        if (example.Relation >= 0)
        {
            Span<float> probabilities = stackalloc float[5];
            TensorPrimitives.SoftMax(pass.Related, probabilities);
            var truth = swap ? HeadPass.Mirror(example.Relation) : example.Relation;
            var weight = example.Weight * RelationWeight;
            loss -= weight * Math.Log(Math.Max(probabilities[truth], 1e-9f));
            for (var r = 0; r < 5; r++)
                related[r] = weight * (probabilities[r] - (r == truth ? 1 : 0));
        }

        gradient.Add(pass, w, turned, judged, related);
        return loss;
    }

    static float[] Mask(float[]? mask, Random random)
    {
        mask ??= new float[EncodedText.Longest * HeadWeights.Width];
        Span<byte> bytes = new byte[mask.Length];
        random.NextBytes(bytes);
        for (var i = 0; i < mask.Length; i++)
            mask[i] = bytes[i] < Drop * 256 ? 0 : 1 / (1 - Drop);
        return mask;
    }

    static double Binary(float logit, bool truth, float weight, out float slope)
    {
        var (p, y) = (1 / (1 + MathF.Exp(-logit)), truth ? 1 - Smoothing : Smoothing);
        slope = weight * (p - y);
        return -weight * ((y * Math.Log(Math.Max(p, 1e-9f))) + ((1 - y) * Math.Log(Math.Max(1 - p, 1e-9f))));
    }

    static void Step(float[] w, float[] sums, float[] first, float[] second, float rate, int step)
    {
        var (bias1, bias2) = (1 - MathF.Pow(0.9f, step), 1 - MathF.Pow(0.999f, step));
        for (var i = 0; i < w.Length; i++)
        {
            first[i] = (0.9f * first[i]) + (0.1f * sums[i]);
            second[i] = (0.999f * second[i]) + (0.001f * sums[i] * sums[i]);
            w[i] -= rate * ((first[i] / bias1 / (MathF.Sqrt(second[i] / bias2) + 1e-8f)) + (Decay * w[i]));
        }
    }
}
