namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>A word of a document.</summary>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">After the last UTF-16 unit.</param>
/// <param name="Key">Number of its normal form in <see cref="WordKeys"/>, or -1.</param>
readonly record struct DocumentWord(int Start, int End, int Key);
