namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>A term of the glossary that stands in a document.</summary>
/// <param name="Label">Number of the label under which its forms are found.</param>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">After the last UTF-16 unit.</param>
/// <param name="Block">Index of its block.</param>
readonly record struct TermUse(int Label, int Start, int End, int Block);
