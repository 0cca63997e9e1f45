namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>What is said of one party of a settled conflict.</summary>
/// <param name="Party">Index of the party.</param>
/// <param name="Own">To its own organisation; empty = nothing.</param>
/// <param name="Other">To everybody else; empty = nothing.</param>
/// <param name="Use">Words to use instead, each on a line; empty = none.</param>
public sealed record SnapshotNote(int Party, string Own, string Other, string Use);
