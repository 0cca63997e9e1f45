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

    /// <summary>The probabilities of both: exact, broader, narrower, related, none.</summary>
    public static void Mix(ReadOnlySpan<float> first, SecondOpinion second, Span<float> into)
    {
        var p = second.Relation;
        ReadOnlySpan<double> shares = [p.Exact, p.Broader, p.Narrower, p.Related, p.None];
        for (var k = 0; k < into.Length; k++)
            into[k] = ((1 - RelationShare) * first[k]) + (RelationShare * (float)shares[k]);
    }

    /// <summary>The likeliest class; broader and narrower alike are neither.</summary>
    public static int Likeliest(ReadOnlySpan<float> p)
    {
        var best = 0;
        for (var k = 1; k < p.Length; k++)
        {
            if (p[k] > p[best])
                best = k;
        }

        return best is 1 or 2 && p[1] == p[2] ? 3 : best;
    }
}
