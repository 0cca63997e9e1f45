namespace CommonLanguage.Analysis.Meaning;

/// <summary>A number with what it counts, brought to the base unit of its dimension.</summary>
/// <param name="Value">In the base unit: seconds for times, the share of one for percentages, the number itself for all else.</param>
/// <param name="Dimension">"time", "working time", "share", or the thing counted.</param>
/// <param name="Span">Where number and unit stand.</param>
readonly record struct Quantity(double Value, string Dimension, TextSpan Span);
