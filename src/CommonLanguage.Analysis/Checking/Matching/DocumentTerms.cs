namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>What the matcher found in a document, in the order of the text.</summary>
/// <param name="Uses">Terms; no two overlap.</param>
/// <param name="Acronyms">Words of capitals that are no term.</param>
/// <param name="Words">Number of words in the document.</param>
sealed record DocumentTerms(List<TermUse> Uses, List<TextSlice> Acronyms, int Words);
