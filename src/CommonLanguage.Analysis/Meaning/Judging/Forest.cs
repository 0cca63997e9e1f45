using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// Gradient-boosted trees (Friedman 2001) whose leaves hold one value an output; made by CommonLanguage.Training. Evaluated feature by
/// feature instead of tree by tree (QuickScorer, Lucchese et al. 2015): walking down trees costs a mispredicted branch a step.
/// Immutable and thread-safe; evaluating allocates nothing.
/// </summary>
sealed class Forest
{
    /// <summary>A tree has at most this many leaves, a forest so many outputs.</summary>
    const int Most = 32, MostOutputs = 8;

    readonly float[] start;
    readonly int[] roots;
    readonly Node[] nodes;
    readonly float[] leaves;

    // The questions feature by feature, of each the least threshold first; where a value lies above, the leaves below are ruled out.
    readonly int[] features;
    readonly float[] thresholds;
    readonly Exclusion[] exclusions;

    // The leaves of each tree from below to above, of each the outputs, filled up to eight.
    readonly int[] firstLeaves;
    readonly Vector256<float>[] values;

    public Forest(int outputs, float[] start, int[] roots, Node[] nodes, float[] leaves)
    {
        if (outputs > MostOutputs)
            throw new ArgumentOutOfRangeException(nameof(outputs), outputs, $"A forest has at most {MostOutputs} outputs.");
        (Outputs, this.start, this.roots, this.nodes, this.leaves) = (outputs, start, roots, nodes, leaves);
        var questions = new List<(int Feature, float Threshold, Exclusion Exclusion)>(nodes.Length);
        var ordered = new List<Vector256<float>>(leaves.Length / outputs);
        firstLeaves = new int[roots.Length];
        for (var tree = 0; tree < roots.Length; tree++)
        {
            firstLeaves[tree] = ordered.Count;
            Lay(roots[tree], tree, ordered, questions);
            if (ordered.Count - firstLeaves[tree] > Most)
                throw new ArgumentOutOfRangeException(nameof(nodes), ordered.Count - firstLeaves[tree], $"A tree has at most {Most} leaves.");
        }

        values = [.. ordered];
        var sorted = questions.OrderBy(question => question.Feature).ThenBy(question => question.Threshold).ToArray();
        thresholds = Array.ConvertAll(sorted, question => question.Threshold);
        exclusions = Array.ConvertAll(sorted, question => question.Exclusion);
        features = new int[(sorted.Length > 0 ? sorted[^1].Feature : -1) + 2];
        foreach (var question in sorted)
            features[question.Feature + 1]++;
        for (var feature = 1; feature < features.Length; feature++)
            features[feature] += features[feature - 1];
    }

    public int Outputs { get; }

    /// <summary>Fills the outputs: the start values and what each tree adds. A missing value (NaN) is below every threshold.</summary>
    [SkipLocalsInit]
    public void Evaluate(ReadOnlySpan<float> row, Span<float> into)
    {
        Span<uint> open = stackalloc uint[firstLeaves.Length];
        open.Fill(uint.MaxValue);
        for (var feature = 0; feature + 1 < features.Length; feature++)
        {
            var value = row[feature];
            var end = features[feature + 1];
            for (var i = features[feature]; i < end && value > thresholds[i]; i++)
                open[exclusions[i].Tree] &= exclusions[i].Left;
        }

        Span<float> padded = stackalloc float[MostOutputs];
        padded.Clear();
        start.CopyTo(padded);
        var sum = Vector256.Create<float>(padded);
        for (var tree = 0; tree < open.Length; tree++)
            sum += values[firstLeaves[tree] + BitOperations.TrailingZeroCount(open[tree])];
        for (var i = 0; i < Outputs; i++)
            into[i] = sum[i];
    }

    /// <summary>Lays out a tree's leaves from below to above and notes of each question which leaves it rules out; gives the leaves below it, one bit each.</summary>
    uint Lay(int at, int tree, List<Vector256<float>> ordered, List<(int Feature, float Threshold, Exclusion Exclusion)> questions)
    {
        if (at < 0)
        {
            Span<float> padded = stackalloc float[MostOutputs];
            padded.Clear();
            leaves.AsSpan(~at * Outputs, Outputs).CopyTo(padded);
            ordered.Add(Vector256.Create<float>(padded));
            return 1u << (ordered.Count - 1 - firstLeaves[tree]);
        }

        var below = Lay(nodes[at].Below, tree, ordered, questions);
        questions.Add((nodes[at].Feature, nodes[at].Threshold, new(tree, ~below)));
        return below | Lay(nodes[at].Above, tree, ordered, questions);
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

    /// <summary>The leaves of a tree that are left, one bit each, when a value lies above a threshold.</summary>
    readonly record struct Exclusion(int Tree, uint Left);
}
