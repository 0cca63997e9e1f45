using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Comparing;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>Names the way in which two definitions part.</summary>
static class Kinds
{
    /// <summary>From which severity on a difference is worth a translator's time.</summary>
    public const double Threshold = .4;

    /// <summary>From which weight on a detail names the conflict.</summary>
    const double Telling = .4;

    public static ConflictKind Of(Relation relation, float similarity, float conflict, ReadOnlySpan<DetailDifference> details)
    {
        if (conflict >= Threshold && relation != Relation.None)
        {
            var sharpest = -1;
            for (var i = 0; i < details.Length; i++)
            {
                if (details[i].Weight >= Telling && (sharpest < 0 || details[i].Weight > details[sharpest].Weight))
                    sharpest = i;
            }

            if (sharpest >= 0)
                return details[sharpest].ConflictKind;
        }

        return relation switch
        {
            Relation.Exact when conflict < Threshold => ConflictKind.Wording,
            Relation.Broader or Relation.Narrower when conflict < Threshold || similarity >= .4f => ConflictKind.Scope,
            Relation.None => ConflictKind.Homonymy,
            _ => similarity >= .5f ? ConflictKind.Overlap : ConflictKind.Polysemy,
        };
    }
}
