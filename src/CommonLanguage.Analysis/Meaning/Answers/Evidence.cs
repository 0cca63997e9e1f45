namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>One difference, with the words of each side that cause it.</summary>
/// <param name="Reason">In words a manager understands ("24 hours, there 2 business days").</param>
/// <param name="A">Words of the first definition.</param>
/// <param name="B">Words of the second definition.</param>
public sealed record Evidence(string Reason, TextSpan A, TextSpan B);
