namespace CommonLanguage.Analysis.Text;

/// <summary>Gathers terms and lays them out as the arrays of a <see cref="TokenTrie"/>. Not thread-safe.</summary>
public sealed class TokenTrieBuilder
{
    readonly Dictionary<(int Node, int Token), int> edges = [];
    readonly List<int> values = [];

    /// <summary>Adds a term.</summary>
    /// <param name="tokens">Its tokens, at least one, each 0 or more.</param>
    /// <param name="value">What it stands for; given when the same tokens have none yet.</param>
    /// <returns>What these tokens stand for: <paramref name="value"/>, or the value of an earlier term.</returns>
    public int Add(ReadOnlySpan<int> tokens, int value)
    {
        var node = -1;
        foreach (var token in tokens)
        {
            if (!edges.TryGetValue((node, token), out var next))
            {
                next = values.Count;
                values.Add(-1);
                edges.Add((node, token), next);
            }

            node = next;
        }

        if (values[node] < 0)
            values[node] = value;
        return values[node];
    }

    /// <summary>The arrays, in the order of the parameters of <see cref="TokenTrie"/>.</summary>
    /// <param name="tokenCount">One more than the greatest token.</param>
    public (int[] Roots, int[] FirstEdge, int[] EdgeTokens, int[] EdgeTargets, int[] Values) Build(int tokenCount)
    {
        var roots = new int[tokenCount];
        Array.Fill(roots, -1);
        var firstEdge = new int[values.Count + 1];
        var edgeTokens = new List<int>(edges.Count);
        var edgeTargets = new List<int>(edges.Count);
        var at = 0;
        foreach (var ((node, token), target) in edges.OrderBy(edge => edge.Key))
        {
            if (node < 0)
            {
                roots[token] = target;
                continue;
            }

            while (at <= node)
                firstEdge[at++] = edgeTokens.Count;
            edgeTokens.Add(token);
            edgeTargets.Add(target);
        }

        while (at < firstEdge.Length)
            firstEdge[at++] = edgeTokens.Count;
        return (roots, firstEdge, [.. edgeTokens], [.. edgeTargets], [.. values]);
    }
}
