namespace CommonLanguage.Glossary;

/// <summary>What readers of one entry are told since a conflict was settled.</summary>
/// <param name="Entry">The store's number of the entry.</param>
/// <param name="Own">To readers of the entry's own organisation; empty = nothing.</param>
/// <param name="Other">To everybody else; empty = nothing.</param>
/// <param name="Warns">Whether everybody else is warned rather than told.</param>
/// <param name="Use">Words to use instead, by line; empty = none.</param>
public sealed record SettledNote(long Entry, string Own, string Other, bool Warns, string Use);
