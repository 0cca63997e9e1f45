using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

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
    /// <summary>What holds since it was settled; null before.</summary>
    public SnapshotSettlement? Settlement { get; init; }

    /// <summary>Whether the organisations keep their meanings, or cannot part with them for now.</summary>
    public bool Stays => State == SnapshotConflictState.Deferred || Settlement?.Outcome == SnapshotOutcome.AgreedToDiffer;

    /// <summary>Whether on a day what the organisations agreed holds. Until then a conflict stands as before.</summary>
    public bool IsSettledOn(DateOnly day) => State == SnapshotConflictState.Settled && (Settlement is null || Settlement.Effective <= day);

    /// <summary>Whether people, not only the comparison, have said that the meanings part, and on a day they still do.</summary>
    public bool IsConfirmedOn(DateOnly day) => State switch
    {
        SnapshotConflictState.Confirmed or SnapshotConflictState.Deferred => true,
        SnapshotConflictState.Settled => Stays || !IsSettledOn(day),
        _ => false,
    };

    /// <summary>Whether a reader is misled on a day: neither settled on one meaning nor dismissed.</summary>
    public bool IsOpenOn(DateOnly day) => IsConfirmedOn(day) || State == SnapshotConflictState.Detected;
}
