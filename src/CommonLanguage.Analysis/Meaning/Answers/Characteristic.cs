namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>A feature that a definition states, as it was read; a person may read it otherwise.</summary>
/// <param name="Kind">Which feature.</param>
/// <param name="Span">The words that state it, in UTF-16 units of the definition.</param>
public sealed record Characteristic(CharacteristicKind Kind, TextSpan Span);
