using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>How the second stage's opinion is averaged with the first stage's, by cross-validation (docs/evaluation.md).</summary>
static class BothStages
{
    /// <summary>Share of the second stage in the relation.</summary>
    const float RelationShare = .4f;

    /// <summary>Brings the mean to where <see cref="MeaningComparer.ConflictThreshold"/> errs least.</summary>
    const float Calibration = 1.12f;

    /// <summary>What the second stage says; null where it does not read both texts.</summary>
    public static SecondOpinion? Opinion(DefinitionReading a, DefinitionReading b) =>
        a.SecondStage is { } stage && b.SecondStage == stage ? stage.Judge(a.Definition, b.Definition) : null;

    /// <summary>The score of both: the mean of the first stage's score, the second's gravity, and its chance that a detail differs.</summary>
    public static float Conflict(float first, SecondOpinion second) =>
        MathF.Pow((first + ConflictJudge.Gravity(second.Any, second.Serious) + second.Detail) / 3, Calibration);

    /// <summary>Brings the second stage's probabilities into those of the first: exact, broader, narrower, related, none.</summary>
    public static void Mix(Span<float> p, SecondOpinion second)
    {
        var q = second.Relation;
        ReadOnlySpan<double> shares = [q.Exact, q.Broader, q.Narrower, q.Related, q.None];
        for (var k = 0; k < p.Length; k++)
            p[k] = ((1 - RelationShare) * p[k]) + (RelationShare * (float)shares[k]);
    }
}
