using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>
/// Finds the details in which two definitions part. Details that are equal in other words (24 hours and one day, must and shall, active
/// and passive) give nothing. Deterministic; swapping the sides gives the same differences mirrored; takes any readings. Thread-safe.
/// </summary>
public static class DetailComparer
{
    /// <summary>The differences, weightiest first; empty when the details agree.</summary>
    public static ImmutableArray<DetailDifference> Compare(DetailReading a, DetailReading b)
    {
        // The comparison always runs in one order of the texts, so that its answer cannot depend on the order asked for.
        var order = string.CompareOrdinal(a.Definition, b.Definition);
        if (order == 0)
            return [];
        var match = order < 0 ? new DetailMatch(a, b) : new DetailMatch(b, a);
        if (match.IsApart)
            return [];
        QuantityComparison.Compare(match);
        StartPointComparison.Compare(match);
        var told = DutyComparison.Compare(match);
        DenialComparison.Compare(match, told);
        PartyComparison.Compare(match);
        ConditionComparison.Compare(match);
        QuantifierComparison.Compare(match);
        RemainderComparison.Compare(match);
        if (match.Differences.Count == 0)
            return [];

        var sorted = match.ToSorted();
        for (var i = 0; i < sorted.Length; i++)
        {
            if (order > 0)
                sorted[i] = sorted[i] with { A = sorted[i].B, B = sorted[i].A };
            sorted[i] = sorted[i] with { Reason = DetailReason.Of(sorted[i], a.Definition, b.Definition) };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }
}
