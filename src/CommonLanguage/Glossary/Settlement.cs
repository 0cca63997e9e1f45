using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>What holds since a conflict was resolved, as every answer about its word obeys it.</summary>
/// <param name="Outcome">How it was settled.</param>
/// <param name="Resolution">Number of the act.</param>
/// <param name="Effective">First day it holds.</param>
/// <param name="Notes">What readers of each entry are told.</param>
public sealed record Settlement(Outcome Outcome, int Resolution, DateOnly Effective, ImmutableArray<SettledNote> Notes)
{
    /// <summary>What organisations wanted kept when they accepted it.</summary>
    public ImmutableArray<Reservation> Reservations { get; init; } = [];

    /// <summary>The store's numbers of entries that still part: their owners, or those of the other side, did not accept.</summary>
    public ImmutableArray<long> Open { get; init; } = [];

    /// <summary>The store's numbers of the entries whose owners did not accept: nothing was agreed about them.</summary>
    public ImmutableArray<long> Unbound { get; init; } = [];

    /// <summary>Same outcome, act, day, notes, reservations, open and unbound entries.</summary>
    public bool Equals(Settlement? other) =>
        other is not null && Outcome == other.Outcome && Resolution == other.Resolution && Effective == other.Effective
        && Notes.AsSpan().SequenceEqual(other.Notes.AsSpan()) && Reservations.AsSpan().SequenceEqual(other.Reservations.AsSpan())
        && Open.AsSpan().SequenceEqual(other.Open.AsSpan()) && Unbound.AsSpan().SequenceEqual(other.Unbound.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Resolution, Effective);
}
