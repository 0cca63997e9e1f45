namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>A piece of a document's text across whose ends no phrase goes.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">After the last UTF-16 unit in the text.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Block(int Start, int End, BlockKind Kind);
