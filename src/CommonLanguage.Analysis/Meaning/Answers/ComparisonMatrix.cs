namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>The comparisons of all senses of one side with all senses of another. Immutable and thread-safe.</summary>
public sealed class ComparisonMatrix
{
    readonly Comparison[] comparisons;
    readonly Func<int, Comparison>? conclude;

    /// <param name="rows">Senses of the first side.</param>
    /// <param name="columns">Senses of the second side.</param>
    /// <param name="comparisons">What the first stage says, row by row.</param>
    /// <param name="conclude">What both stages say of a place; null where that is the same.</param>
    internal ComparisonMatrix(int rows, int columns, Comparison[] comparisons, Func<int, Comparison>? conclude = null) =>
        (Rows, Columns, this.comparisons, this.conclude) = (rows, columns, comparisons, conclude);

    /// <summary>Senses of the first side.</summary>
    public int Rows { get; }

    /// <summary>Senses of the second side.</summary>
    public int Columns { get; }

    /// <summary>
    /// What both stages say of two senses; what the first says where it judges alone. Which senses answer each other is chosen by the first
    /// stage, since the second costs a thousand times as much.
    /// </summary>
    /// <param name="a">Sense of the first side, from 0.</param>
    /// <param name="b">Sense of the second side, from 0.</param>
    public Comparison Conclude(int a, int b) => conclude is null ? this[a, b] : conclude((a * Columns) + b);

    /// <summary>What the first stage says of sense <paramref name="a"/> of the first side and sense <paramref name="b"/> of the second, from 0.</summary>
    public Comparison this[int a, int b] => comparisons[(a * Columns) + b];
}
