namespace CommonLanguage.Glossary;

/// <summary>What a person says stands in a cell of the line-up, in place of what was read from the text.</summary>
/// <param name="Characteristic">The row.</param>
/// <param name="Entry">The store's number of the entry: the column.</param>
/// <param name="Value">What the entry says of it; empty = nothing.</param>
public sealed record LineUpCorrection(string Characteristic, long Entry, string Value) : Act(ActKind.LineUpCorrection);
