using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>What holds since a conflict was resolved, as every answer about its word obeys it.</summary>
/// <param name="Outcome">How it was settled.</param>
/// <param name="Resolution">Number of the act.</param>
/// <param name="Effective">First day it holds.</param>
/// <param name="Notes">What readers of each entry are told.</param>
public sealed record Settlement(Outcome Outcome, int Resolution, DateOnly Effective, ImmutableArray<SettledNote> Notes)
{
    /// <summary>Same outcome, act, day and notes.</summary>
    public bool Equals(Settlement? other) =>
        other is not null && Outcome == other.Outcome && Resolution == other.Resolution && Effective == other.Effective
        && Notes.AsSpan().SequenceEqual(other.Notes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Resolution, Effective);
}
