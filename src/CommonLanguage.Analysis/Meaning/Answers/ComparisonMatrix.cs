namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>The comparisons of all senses of one side with all senses of another. Immutable and thread-safe.</summary>
public sealed class ComparisonMatrix
{
    readonly Comparison[] comparisons;

    internal ComparisonMatrix(int rows, int columns, Comparison[] comparisons) => (Rows, Columns, this.comparisons) = (rows, columns, comparisons);

    /// <summary>Senses of the first side.</summary>
    public int Rows { get; }

    /// <summary>Senses of the second side.</summary>
    public int Columns { get; }

    /// <summary>What is said of sense <paramref name="a"/> of the first side and sense <paramref name="b"/> of the second, from 0.</summary>
    public Comparison this[int a, int b] => comparisons[(a * Columns) + b];
}
