using CommonLanguage.Analysis.Meaning.Judging;

namespace CommonLanguage.Training.Trees;

/// <summary>One tree while it grows.</summary>
sealed class Growth(BoosterSettings settings, byte[][] bins, int[] features, float[] gradients, float[] hessians, int outputs)
{
    const int MaxBins = 64;

    readonly List<Split> splits = [];
    readonly List<float[]> leaves = [];

    public Growth Grow(int[] rows)
    {
        var open = new List<Leaf> { Measure(rows, -1, false) };
        while (open.Count < settings.Leaves)
        {
            var best = open.MaxBy(leaf => leaf.Gain)!;
            if (best.Gain <= 1e-6)
                break;
            _ = open.Remove(best);
            var place = splits.Count;
            splits.Add(new(best.Feature, best.Bin));
            Attach(best, place);
            var column = bins[best.Feature];
            open.Add(Measure(Array.FindAll(best.Rows, row => column[row] < best.Bin), place, false));
            open.Add(Measure(Array.FindAll(best.Rows, row => column[row] >= best.Bin), place, true));
        }

        foreach (var leaf in open)
        {
            Attach(leaf, ~leaves.Count);
            leaves.Add(leaf.Values);
        }

        return this;
    }

    /// <summary>Adds the tree's nodes to a forest's and gives its root.</summary>
    public int Export(float[][] edges, List<Forest.Node> nodes, List<float> values, int width)
    {
        var (firstNode, firstLeaf) = (nodes.Count, values.Count / width);
        foreach (var split in splits)
            nodes.Add(new(split.Feature, edges[split.Feature][split.Bin - 1], Place(split.Below), Place(split.Above)));
        foreach (var leaf in leaves)
            values.AddRange(leaf);
        return splits.Count == 0 ? ~firstLeaf : firstNode;

        int Place(int child) => child >= 0 ? child + firstNode : ~(~child + firstLeaf);
    }

    public void AddTo(float[] scores, byte[][] columns, int count, int width)
    {
        for (var row = 0; row < count; row++)
        {
            var at = splits.Count == 0 ? -1 : 0;
            while (at >= 0)
                at = columns[splits[at].Feature][row] >= splits[at].Bin ? splits[at].Above : splits[at].Below;
            var leaf = leaves[~at];
            for (var k = 0; k < width; k++)
                scores[(row * width) + k] += leaf[k];
        }
    }

    void Attach(Leaf leaf, int place)
    {
        if (leaf.Parent < 0)
            return;
        if (leaf.IsAbove)
            splits[leaf.Parent].Above = place;
        else
            splits[leaf.Parent].Below = place;
    }

    Leaf Measure(int[] rows, int parent, bool isAbove)
    {
        var (g, h) = (new double[outputs], new double[outputs]);
        foreach (var row in rows)
        {
            for (var k = 0; k < outputs; k++)
            {
                g[k] += gradients[(row * outputs) + k];
                h[k] += hessians[(row * outputs) + k];
            }
        }

        var values = new float[outputs];
        double score = 0;
        for (var k = 0; k < outputs; k++)
        {
            values[k] = (float)(-settings.Rate * g[k] / (h[k] + settings.Ridge));
            score += g[k] * g[k] / (h[k] + settings.Ridge);
        }

        var leaf = new Leaf(rows, parent, isAbove, values);
        var (sumG, sumH, counts) = (new float[MaxBins * outputs], new float[MaxBins * outputs], new int[MaxBins]);
        foreach (var feature in features)
        {
            Array.Clear(sumG);
            Array.Clear(sumH);
            Array.Clear(counts);
            var column = bins[feature];
            foreach (var row in rows)
            {
                var (bin, from) = (column[row] * outputs, row * outputs);
                counts[column[row]]++;
                for (var k = 0; k < outputs; k++)
                {
                    sumG[bin + k] += gradients[from + k];
                    sumH[bin + k] += hessians[from + k];
                }
            }

            Search(leaf, feature, sumG, sumH, counts, g, h, score);
        }

        return leaf;
    }

    void Search(Leaf leaf, int feature, float[] sumG, float[] sumH, int[] counts, double[] g, double[] h, double score)
    {
        Span<double> belowG = stackalloc double[outputs];
        Span<double> belowH = stackalloc double[outputs];
        belowG.Clear();
        belowH.Clear();
        var below = 0;
        for (var bin = 0; bin + 1 < MaxBins; bin++)
        {
            below += counts[bin];
            double gain = -score, left = 0, right = 0;
            for (var k = 0; k < outputs; k++)
            {
                belowG[k] += sumG[(bin * outputs) + k];
                belowH[k] += sumH[(bin * outputs) + k];
                var (aboveG, aboveH) = (g[k] - belowG[k], h[k] - belowH[k]);
                gain += (belowG[k] * belowG[k] / (belowH[k] + settings.Ridge)) + (aboveG * aboveG / (aboveH + settings.Ridge));
                left += belowH[k];
                right += aboveH;
            }

            // Between equal sums there is no split.
            if (counts[bin] > 0 && below < leaf.Rows.Length && left >= settings.LeastHessian && right >= settings.LeastHessian && gain > leaf.Gain)
                (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, feature, bin + 1);
        }
    }

    sealed class Split(int feature, int bin)
    {
        public int Feature { get; } = feature;

        public int Bin { get; } = bin;

        public int Below { get; set; }

        public int Above { get; set; }
    }

    sealed class Leaf(int[] rows, int parent, bool isAbove, float[] values)
    {
        public int[] Rows { get; } = rows;

        public int Parent { get; } = parent;

        public bool IsAbove { get; } = isAbove;

        public float[] Values { get; } = values;

        public double Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }
    }
}
