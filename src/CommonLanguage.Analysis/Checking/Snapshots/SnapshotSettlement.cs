using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>What holds since a conflict was settled.</summary>
/// <param name="Outcome">How it was.</param>
/// <param name="Effective">First day it holds.</param>
/// <param name="Notes">What readers are told.</param>
public sealed record SnapshotSettlement(SnapshotOutcome Outcome, DateOnly Effective, ImmutableArray<SnapshotNote> Notes);
