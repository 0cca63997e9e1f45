namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>A word of a document that is no term of the glossary.</summary>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">After the last UTF-16 unit.</param>
/// <param name="Block">Index of its block.</param>
readonly record struct TextSlice(int Start, int End, int Block);
