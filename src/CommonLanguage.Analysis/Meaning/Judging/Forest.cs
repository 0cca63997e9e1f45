namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// Gradient-boosted trees (Friedman 2001) whose leaves hold one value an output; made by CommonLanguage.Training. Immutable and
/// thread-safe; evaluating allocates nothing.
/// </summary>
sealed class Forest(int outputs, float[] start, int[] roots, Forest.Node[] nodes, float[] leaves)
{
    public int Outputs { get; } = outputs;

    /// <summary>Adds the trees' values to the outputs, beginning with the start values.</summary>
    public void Evaluate(ReadOnlySpan<float> features, Span<float> into)
    {
        start.CopyTo(into);
        foreach (var root in roots)
        {
            var at = root;
            while (at >= 0)
            {
                ref readonly var node = ref nodes[at];
                // A missing value (NaN) is below every threshold.
                at = features[node.Feature] > node.Threshold ? node.Above : node.Below;
            }

            var leaf = ~at * Outputs;
            for (var i = 0; i < Outputs; i++)
                into[i] += leaves[leaf + i];
        }
    }

    /// <summary>Writes the forest; <see cref="Read"/> gives it back.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Outputs);
        writer.Write(roots.Length);
        writer.Write(nodes.Length);
        writer.Write(leaves.Length);
        foreach (var value in start)
            writer.Write(value);
        foreach (var root in roots)
            writer.Write(root);
        foreach (var node in nodes)
        {
            writer.Write(node.Feature);
            writer.Write(node.Threshold);
            writer.Write(node.Below);
            writer.Write(node.Above);
        }

        foreach (var value in leaves)
            writer.Write(value);
    }

    public static Forest Read(BinaryReader reader)
    {
        var outputs = reader.ReadInt32();
        var (roots, nodes, leaves) = (new int[reader.ReadInt32()], new Node[reader.ReadInt32()], new float[reader.ReadInt32()]);
        var start = new float[outputs];
        for (var i = 0; i < outputs; i++)
            start[i] = reader.ReadSingle();
        for (var i = 0; i < roots.Length; i++)
            roots[i] = reader.ReadInt32();
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32(), reader.ReadInt32());
        for (var i = 0; i < leaves.Length; i++)
            leaves[i] = reader.ReadSingle();
        return new(outputs, start, roots, nodes, leaves);
    }

    /// <summary>A question; a negative branch is the complement of a leaf's number.</summary>
    public readonly record struct Node(int Feature, float Threshold, int Below, int Above);
}
