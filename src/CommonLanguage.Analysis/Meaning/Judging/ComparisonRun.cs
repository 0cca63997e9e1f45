using CommonLanguage.Analysis.Meaning.Details;
using CommonLanguage.Analysis.Meaning.Forms;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>Compares with given judges, so that judges can be tried before they ship.</summary>
readonly struct ComparisonRun(Judges judges)
{
    /// <summary>From this chance of a link on, the senses of a group count as linked: where precision and recall balance on the training pairs.</summary>
    public const float LinkThreshold = .4f;

    /// <summary>From this conflict on, words are shown even where the meanings count as one.</summary>
    const float WorthWords = .08f;

    /// <summary>How much more the rare relations count than "exact" when the likeliest is chosen.</summary>
    const float RareBonus = 2.5f;

    // Senses that two organisations give one term are linked far more often than two dictionaries' senses taken at random:
    // odds among the labelled pairs of real glossaries against those of the dictionaries (Saerens et al. 2002).
    static readonly float[] PriorShift = [4.5f, 10f, 10f, 20f, .1f];

    public Comparison Compare(Reading a, Reading b)
    {
        var pair = new float[RelationJudge.PairWidth];
        var alone = new float[RelationJudge.Classes];
        Measure(a, b, pair, alone);
        var shifted = new float[RelationJudge.Classes];
        Shift(alone, shifted);
        return Conclude(a, b, pair, alone, shifted, Likeliest(shifted));
    }

    public ComparisonMatrix Compare(IReadOnlyList<Reading> a, IReadOnlyList<Reading> b)
    {
        var (rows, columns) = (a.Count, b.Count);
        if (rows == 1 && columns == 1)
            return new(1, 1, [Compare(a[0], b[0])]);
        var comparisons = new Comparison[rows * columns];
        var (features, alone, grouped) = (new float[comparisons.Length][], new float[comparisons.Length][], new float[comparisons.Length][]);
        var vectors = true;
        for (var k = 0; k < comparisons.Length; k++)
        {
            (features[k], alone[k], grouped[k]) = (new float[RelationJudge.PairWidth], new float[RelationJudge.Classes], new float[RelationJudge.Classes]);
            Measure(a[k / columns], b[k % columns], features[k], alone[k]);
            vectors &= !float.IsNaN(features[k][PairFeatures.Cosine]);
        }

        (vectors ? judges.English : judges.Plain).JudgeGroup(features, alone, rows, columns, grouped);
        for (var k = 0; k < comparisons.Length; k++)
            comparisons[k] = Conclude(a[k / columns], b[k % columns], features[k], alone[k], grouped[k], Chosen(grouped[k]));
        return new(rows, columns, comparisons);
    }

    /// <summary>The class of a pair in its group.</summary>
    public static int Chosen(ReadOnlySpan<float> p)
    {
        if (1 - p[4] < LinkThreshold)
            return 4;
        var (best, most) = (0, p[0]);
        for (var k = 1; k < 4; k++)
        {
            if (p[k] * RareBonus > most)
                (best, most) = (k, p[k] * RareBonus);
        }

        // Broader and narrower alike: neither.
        return best is 1 or 2 && p[1] == p[2] ? 3 : best;
    }

    void Measure(Reading a, Reading b, float[] features, float[] alone)
    {
        PairFeatures.Fill(a.Parts, b.Parts, features);
        (float.IsNaN(features[PairFeatures.Cosine]) ? judges.Plain : judges.English).JudgePair(features, alone);
    }

    static void Shift(ReadOnlySpan<float> p, Span<float> shifted)
    {
        var sum = 0f;
        for (var k = 0; k < p.Length; k++)
            shifted[k] = p[k] * PriorShift[k];
        sum = shifted[0] + (shifted[1] + shifted[2]) + shifted[3] + shifted[4];
        foreach (ref var value in shifted)
            value /= sum;
    }

    static int Likeliest(ReadOnlySpan<float> p)
    {
        var best = 0;
        for (var k = 1; k < p.Length; k++)
        {
            if (p[k] > p[best])
                best = k;
        }

        return best is 1 or 2 && p[1] == p[2] ? 3 : best;
    }

    Comparison Conclude(Reading a, Reading b, float[] pair, float[] alone, float[] p, int chosen)
    {
        if (a.Parts.Plain == b.Parts.Plain && a.Parts.WordCount == b.Parts.WordCount && a.Parts.WordCount > 0)
            return new(Relation.Exact, new(.96, .01, .01, .01, .01), 1, 0, ConflictKind.Wording, []);
        if (FormComparison.Conclude(a.Form, b.Form, a.Definition, b.Definition, a.Language, b.Language) is { } concluded)
            return concluded;
        var details = DetailComparer.Compare(a.Details, b.Details).AsSpan();
        Span<float> features = stackalloc float[DifferenceFeatures.Names.Length];
        DifferenceFeatures.Fill(a.Parts, b.Parts, pair, alone, details, features);
        var similarity = judges.Similarity.Evaluate(features);
        var conflict = judges.Conflict.Score(features);
        var relation = chosen switch { 0 => Relation.Exact, 1 => Relation.Broader, 2 => Relation.Narrower, 3 => Relation.Related, _ => Relation.None };
        return new(
            relation,
            RelationProbabilities.Of(p),
            Round(similarity),
            Round(conflict),
            Kinds.Of(relation, similarity, conflict, details),
            [.. FormComparison.Senses(a.Form, b.Form), .. WordEvidence.Of(a, b, relation, relation != Relation.Exact || conflict >= WorthWords, details)]);
    }

    static double Round(float value) => Math.Round(value, 4);
}
