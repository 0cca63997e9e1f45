using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>What a check of some documents gave.</summary>
/// <param name="Findings">By file, in the order they were checked, then by place.</param>
/// <param name="Summary">What was checked.</param>
public sealed record CheckReport(ImmutableArray<Finding> Findings, CheckSummary Summary)
{
    /// <summary>All of them, also those that a cap or a baseline keeps from being shown.</summary>
    public ImmutableArray<Finding> All { get; init; } = Findings;
}
