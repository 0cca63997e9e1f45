namespace CommonLanguage.Analysis.Text;

/// <summary>
/// A trie over token numbers in five flat arrays, ready to be read from a file: finds which of many terms stands at a place, at a
/// cost that does not grow with the number of terms. Edges of a node lie side by side, by token. Immutable; holds no memory itself.
/// </summary>
/// <param name="roots">For each token the node that a term beginning with it goes to, or -1.</param>
/// <param name="firstEdge">For each node where its edges begin; one more value for where the last ones end.</param>
/// <param name="edgeTokens">For each edge its token.</param>
/// <param name="edgeTargets">For each edge the node it goes to.</param>
/// <param name="values">For each node what a term ending there stands for, or -1.</param>
public readonly ref struct TokenTrie(
    ReadOnlySpan<int> roots, ReadOnlySpan<int> firstEdge, ReadOnlySpan<int> edgeTokens, ReadOnlySpan<int> edgeTargets, ReadOnlySpan<int> values)
{
    readonly ReadOnlySpan<int> roots = roots;
    readonly ReadOnlySpan<int> firstEdge = firstEdge;
    readonly ReadOnlySpan<int> edgeTokens = edgeTokens;
    readonly ReadOnlySpan<int> edgeTargets = edgeTargets;
    readonly ReadOnlySpan<int> values = values;

    /// <summary>The node of a first token, or -1.</summary>
    public int First(int token) => (uint)token < (uint)roots.Length ? roots[token] : -1;

    /// <summary>The node after a further token, or -1.</summary>
    public int Next(int node, int token)
    {
        var (low, high) = (firstEdge[node], firstEdge[node + 1] - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = edgeTokens[middle];
            if (found == token)
                return edgeTargets[middle];
            if (found < token)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    /// <summary>What a term that ends at the node stands for, or -1.</summary>
    public int Value(int node) => values[node];

    /// <summary>Whether longer terms go on from the node.</summary>
    public bool GoesOn(int node) => firstEdge[node + 1] > firstEdge[node];
}
