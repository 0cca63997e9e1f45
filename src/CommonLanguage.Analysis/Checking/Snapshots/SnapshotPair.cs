using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>The comparison of two parties of a conflict.</summary>
/// <param name="A">Index of the first party.</param>
/// <param name="B">Index of the second party.</param>
/// <param name="Relation">Of a to b.</param>
/// <param name="Kind">In which way they part.</param>
/// <param name="Conflict">0..1: how badly a reader of one would misread the other.</param>
/// <param name="Differences">What differs, weightiest first, with the words of each side.</param>
public sealed record SnapshotPair(int A, int B, Relation Relation, ConflictKind Kind, double Conflict, ImmutableArray<Evidence> Differences);
