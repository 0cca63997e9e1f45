using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>One word whose meanings part.</summary>
/// <param name="Id">Id in the resource name.</param>
/// <param name="Term">The word as its first entry writes it.</param>
/// <param name="Kind">Kind of the sharpest difference.</param>
/// <param name="Severity">0..1: how badly a reader of one definition would misread another.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">The day it was found.</param>
/// <param name="Parties">Resource names of the entries that use the word.</param>
/// <param name="Pairs">The compared pairs, sharpest first.</param>
public sealed record SnapshotConflict(
    string Id,
    string Term,
    ConflictKind Kind,
    double Severity,
    SnapshotConflictState State,
    DateOnly Since,
    ImmutableArray<string> Parties,
    ImmutableArray<SnapshotPair> Pairs)
{
    /// <summary>Whether people, not only the comparison, have said that the meanings part, and they still do.</summary>
    public bool IsConfirmed => State is SnapshotConflictState.Confirmed or SnapshotConflictState.Deferred or SnapshotConflictState.AgreedToDiffer;

    /// <summary>Whether a reader is still misled: neither settled nor dismissed.</summary>
    public bool IsOpen => IsConfirmed || State == SnapshotConflictState.Detected;
}
