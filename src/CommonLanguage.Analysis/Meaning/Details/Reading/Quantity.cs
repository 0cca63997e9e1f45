using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>A number with what it measures, brought to the base unit of its dimension, as an interval: "more than 10" is (10, ∞).</summary>
readonly record struct Quantity
{
    public required Dimension Dimension { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public bool LowOpen { get; init; }

    public bool HighOpen { get; init; }

    /// <summary>The number as said, before it was brought to the base unit.</summary>
    public double Said { get; init; }

    /// <summary>Currency of money, 1 for frequencies in working time; else 0.</summary>
    public int Base { get; init; }

    /// <summary>Seconds of the time it is meant for ("100 per minute"); 0 when it is no rate.</summary>
    public double Per { get; init; }

    /// <summary>A single value said with "in" or "for", which is read as a limit as often as not.</summary>
    public bool Soft { get; init; }

    /// <summary>The token of the noun that is counted, or -1.</summary>
    public int Thing { get; init; }

    /// <summary>The first and the last token.</summary>
    public int First { get; init; }

    public int Last { get; init; }

    public TextSpan Span { get; init; }

    public bool IsExact => Low == High;

    public bool IsTime => Dimension is Dimension.Time or Dimension.WorkingTime;

    /// <summary>The number that is named, whichever bound it is.</summary>
    public double Named { get; init; }
}
