namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// How badly a reader of one definition would misread the other: because the texts speak of different things, or, though they speak of
/// the same, because of a detail. Either suffices, so the two are joined as independent causes (noisy or, Pearl 1988). What the texts
/// speak of is judged by how alike a sentence encoder would find them, which was learnt from pairs that nobody labelled (distillation,
/// Hinton et al. 2015): there are far more of those. Immutable and thread-safe.
/// </summary>
/// <param name="likeness">How alike the encoder would find the two texts.</param>
/// <param name="any">Chance, by likeness, that readers should check at all.</param>
/// <param name="serious">Chance, by likeness, that they would act differently.</param>
/// <param name="detail">Chance that a detail parts them.</param>
sealed class ConflictJudge(Logistic likeness, Logistic any, Logistic serious, Logistic detail)
{
    // Of two texts from this share of aligned words on, a detail counts in full.
    const float FullReach = .7f;

    // How much of the score by topic is for a serious conflict, the rest for any.
    const float SeriousShare = .35f;

    /// <summary>How alike the encoder would find the two texts.</summary>
    public Logistic Likeness { get; } = likeness;

    /// <summary>The score, 0..1, from <see cref="DifferenceFeatures"/>, and the chance that the two differ at all.</summary>
    public (float Score, float Apart) Judge(ReadOnlySpan<float> features)
    {
        var (chance, topic) = Topic(features);
        var same = 1 - Detail(features);
        return (1 - ((1 - topic) * same), 1 - ((1 - chance) * same));
    }

    /// <summary>By the topic alone: the chance of any conflict, and the score, more for any than for a serious one.</summary>
    public (float Any, float Score) Topic(ReadOnlySpan<float> features)
    {
        ReadOnlySpan<float> alike = [Likeness.Sum(features)];
        var chance = any.Evaluate(alike);
        return (chance, chance - (SeriousShare * (chance - Math.Min(chance, serious.Evaluate(alike)))));
    }

    /// <summary>How far a detail decides: less, the less the two texts have in common.</summary>
    public static float Reach(ReadOnlySpan<float> features) => Math.Clamp(features[DifferenceFeatures.Aligned] / FullReach, 0, 1);

    public void Write(BinaryWriter writer)
    {
        Likeness.Write(writer);
        any.Write(writer);
        serious.Write(writer);
        detail.Write(writer);
    }

    public static ConflictJudge Read(BinaryReader reader) => new(Logistic.Read(reader), Logistic.Read(reader), Logistic.Read(reader), Logistic.Read(reader));

    float Detail(ReadOnlySpan<float> features) =>
        features[DifferenceFeatures.AnyDetail] > 0 ? Reach(features) * detail.Evaluate(features[DifferenceFeatures.Plain..]) : 0;
}
