using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>A word of a definition that carries meaning.</summary>
/// <param name="Span">Where it stands first.</param>
/// <param name="Word">Its place in the word table, or -1.</param>
/// <param name="Key">Equal for forms of one word.</param>
/// <param name="Family">Equal for words of one derivation.</param>
/// <param name="Senses">The meanings of the lexicon of details it has, negative for the opposite of one; mostly none.</param>
/// <param name="Weight">0..1: how much it tells here.</param>
readonly record struct MeaningWord(TextSpan Span, int Word, uint Key, uint Family, float Weight, int[] Senses);
