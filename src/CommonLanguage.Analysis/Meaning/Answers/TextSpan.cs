namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>A part of a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">After the last UTF-16 unit; equal to <paramref name="Start"/> when there is no such part.</param>
public readonly record struct TextSpan(int Start, int End);
