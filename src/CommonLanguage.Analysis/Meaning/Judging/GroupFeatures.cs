namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// Where a pair stands among all pairs of the senses of two sides: a sense of one side mostly has one partner on the other. Symmetric
/// features first, then those of the row (other senses of b for this sense of a) and of the column in twos.
/// </summary>
static class GroupFeatures
{
    /// <summary>By which scores of a pair it is ranked: cosine, lexical cosine, alignment, best parts, chance of a link.</summary>
    public const int Scores = 5;

    const int PerScoreBoth = 3;
    const int PerScoreSides = 3;

    static readonly string[] ScoreNames = ["cosine", "lexical", "aligned", "parts", "link"];

    public static readonly string[] Names =
    [
        .. ScoreNames.SelectMany(score => new[] { score, score + " margin", score + " share" }),
        .. ScoreNames.SelectMany(score => new[] { "margin", "rank", "share" }.SelectMany(name => new[] { $"{score} {name} row", $"{score} {name} column" })),
        "senses a", "senses b",
    ];

    public const int Symmetric = Scores * PerScoreBoth;

    /// <summary>Fills the features of each pair of a matrix with <paramref name="rows"/> senses of a and <paramref name="columns"/> of b. Scores: pair after pair, row by row.</summary>
    public static void Fill(ReadOnlySpan<float> scores, int rows, int columns, Span<float> into)
    {
        var width = Names.Length;
        for (var score = 0; score < Scores; score++)
        {
            // Whole numbers add up the same row by row and column by column.
            var sum = 0L;
            for (var pair = 0; pair < rows * columns; pair++)
                sum += (long)(Sharpened(scores[(pair * Scores) + score]) * (1 << 20));
            var total = (float)sum / (1 << 20);
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    var own = scores[(((i * columns) + j) * Scores) + score];
                    var row = Line(scores, score, own, i * columns, 1, columns, j);
                    var column = Line(scores, score, own, j, columns, rows, i);
                    var f = into.Slice(((i * columns) + j) * width, width);
                    var both = score * PerScoreBoth;
                    f[both] = own;
                    f[both + 1] = Math.Min(row.Margin, column.Margin);
                    f[both + 2] = total > 0 ? Sharpened(own) / total : 0;
                    var sides = Symmetric + (score * PerScoreSides * 2);
                    (f[sides], f[sides + 1]) = (row.Margin, column.Margin);
                    (f[sides + 2], f[sides + 3]) = (row.Rank, column.Rank);
                    (f[sides + 4], f[sides + 5]) = (row.Share, column.Share);
                    (f[width - 2], f[width - 1]) = (rows, columns);
                }
            }
        }
    }

    static float Sharpened(float score) => score > 0 ? score * score * score : 0;

    /// <summary>A pair among those of one row or column.</summary>
    static (float Margin, float Rank, float Share) Line(ReadOnlySpan<float> scores, int score, float own, int first, int step, int count, int self)
    {
        var (best, rank, sum) = (0f, 0, 0f);
        for (var k = 0; k < count; k++)
        {
            var other = scores[((first + (k * step)) * Scores) + score];
            sum += Sharpened(other);
            if (k == self)
                continue;
            best = Math.Max(best, other);
            rank += other > own ? 1 : 0;
        }

        return (own - best, rank, sum > 0 ? Sharpened(own) / sum : 0);
    }
}
