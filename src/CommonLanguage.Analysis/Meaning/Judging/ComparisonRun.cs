using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Forms;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>Compares with given judges, so that judges can be tried before they ship.</summary>
readonly struct ComparisonRun(Judges judges)
{
    /// <summary>Minimum weight of a detail that plainly states another value.</summary>
    const double PlainValue = .5;

    [SkipLocalsInit]
    public Comparison Compare(DefinitionReading a, DefinitionReading b)
    {
        if (WithoutMeasuring(a, b) is { } concluded)
            return concluded;
        Span<float> pair = stackalloc float[RelationJudge.PairWidth];
        Span<float> alone = stackalloc float[RelationJudge.Classes];
        var alignment = Alignment.Of(a.Parts, b.Parts, stackalloc float[Alignment.Room]);
        Measure(a, b, alignment, pair, alone);
        return Conclude(a, b, alignment, pair, alone, [], BothStages.Opinion(a, b));
    }

    [SkipLocalsInit]
    public ComparisonMatrix Compare(IReadOnlyList<DefinitionReading> a, IReadOnlyList<DefinitionReading> b)
    {
        var (rows, columns) = (a.Count, b.Count);
        if (rows == 1 && columns == 1)
            return new(1, 1, [Compare(a[0], b[0])]);
        var comparisons = new Comparison[rows * columns];
        var (features, alone, grouped) = (new float[comparisons.Length][], new float[comparisons.Length][], new float[comparisons.Length][]);
        var vectors = true;
        Span<float> buffer = stackalloc float[Alignment.Room];
        for (var k = 0; k < comparisons.Length; k++)
        {
            (features[k], alone[k], grouped[k]) = (new float[RelationJudge.PairWidth], new float[RelationJudge.Classes], new float[RelationJudge.Classes]);
            var (x, y) = (a[k / columns], b[k % columns]);
            Measure(x, y, Alignment.Of(x.Parts, y.Parts, buffer), features[k], alone[k]);
            vectors &= !float.IsNaN(features[k][PairFeatures.Cosine]);
        }

        (vectors ? judges.English : judges.Plain).JudgeGroup(features, alone, rows, columns, grouped);
        for (var k = 0; k < comparisons.Length; k++)
        {
            var (x, y) = (a[k / columns], b[k % columns]);
            comparisons[k] = WithoutMeasuring(x, y) ?? Conclude(x, y, Alignment.Of(x.Parts, y.Parts, buffer), features[k], alone[k], grouped[k], second: null);
        }

        var run = this;
        return new(rows, columns, comparisons, k =>
        {
            var (x, y) = (a[k / columns], b[k % columns]);
            return WithoutMeasuring(x, y) is null && BothStages.Opinion(x, y) is { } second
                ? run.Conclude(x, y, Alignment.Of(x.Parts, y.Parts, new float[Alignment.Room]), features[k], alone[k], grouped[k], second)
                : comparisons[k];
        });
    }

    void Measure(DefinitionReading a, DefinitionReading b, in Alignment alignment, Span<float> features, Span<float> alone)
    {
        PairFeatures.Fill(a.Parts, b.Parts, alignment, features, OutsideVector.Cosine(a.Outside, b.Outside));
        (float.IsNaN(features[PairFeatures.Cosine]) ? judges.Plain : judges.English).JudgePair(features, alone);
    }

    /// <summary>What texts that are equal but for their form ("Mb" for "MB" is more), or that cannot be compared, need no judge for; null for all others.</summary>
    static Comparison? WithoutMeasuring(DefinitionReading a, DefinitionReading b) =>
        a.Parts.Plain == b.Parts.Plain && a.Parts.WordCount == b.Parts.WordCount && a.Parts.WordCount > 0 && !StateOtherValues(DetailComparer.Compare(a.Details, b.Details).AsSpan())
            ? new(Relation.Exact, new(.96, .01, .01, .01, .01), 1, 0, ConflictKind.Wording, [])
            : FormComparison.Conclude(a.Form, b.Form, a.Definition, b.Definition, a.Language, b.Language);

    // Read off the texts by rule, which is surer than any judge.
    static bool StateOtherValues(ReadOnlySpan<DetailDifference> details)
    {
        foreach (ref readonly var detail in details)
        {
            if (detail.Kind is DetailKind.Quantity or DetailKind.Time or DetailKind.TimeBase or DetailKind.Threshold
                && detail.Weight >= PlainValue && detail.A.End > detail.A.Start && detail.B.End > detail.B.Start)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Brings all judges' answers together; <paramref name="grouped"/> holds the relation judged in a group, or nothing;
    /// <paramref name="second"/> what the second stage says, or nothing.
    /// </summary>
    Comparison Conclude(DefinitionReading a, DefinitionReading b, in Alignment alignment, ReadOnlySpan<float> pair, ReadOnlySpan<float> alone, ReadOnlySpan<float> grouped, SecondOpinion? second)
    {
        var details = DetailComparer.Compare(a.Details, b.Details).AsSpan();
        Span<float> features = stackalloc float[DifferenceFeatures.Names.Length];
        DifferenceFeatures.Fill(a.Parts, b.Parts, pair, alone, details, features);
        var similarity = judges.Similarity.Evaluate(features);
        var (conflict, apart) = judges.Conflict.Judge(features);
        var firstConflict = conflict;
        Span<float> lone = stackalloc float[RelationJudge.Classes];
        judges.Lone.Judge(a.Parts, b.Parts, pair, features, apart, lone);
        Span<float> p = lone;
        if (grouped.Length > 0)
            grouped.CopyTo(p);
        if (second is not null)
        {
            conflict = BothStages.Conflict(conflict, second);
            BothStages.Mix(p, second);
        }

        var otherValues = StateOtherValues(details);
        if (otherValues && second is not null && firstConflict >= MeaningComparer.ConflictThreshold)
            conflict = Math.Max(conflict, (float)MeaningComparer.ConflictThreshold);
        var relation = Verdict.Of(p, ref conflict, otherValues);
        return new(
            relation,
            RelationProbabilities.Of(p),
            Round(similarity),
            Round(conflict),
            Kinds.Of(relation, similarity, conflict, details),
            [.. FormComparison.Senses(a.Form, b.Form), .. WordEvidence.Of(a, b, alignment, relation, details)]);
    }

    static double Round(float value) => Math.Round(value, 4);
}
