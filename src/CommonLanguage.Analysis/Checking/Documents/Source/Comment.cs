namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>A comment, which no reader of the document sees.</summary>
/// <param name="Start">First UTF-16 unit in the source.</param>
/// <param name="End">After the last UTF-16 unit in the source.</param>
/// <param name="Text">What it says.</param>
public readonly record struct Comment(int Start, int End, string Text);
