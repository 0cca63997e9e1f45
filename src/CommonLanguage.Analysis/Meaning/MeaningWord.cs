namespace CommonLanguage.Analysis.Meaning;

/// <summary>A word of a definition that carries meaning.</summary>
/// <param name="Key">The word in normal form.</param>
/// <param name="Span">Where it stands.</param>
readonly record struct MeaningWord(string Key, TextSpan Span);
