namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// How badly a reader of one definition would misread the other: because the texts speak of different things, or, though they speak of
/// the same, because of a detail. Either suffices, so the two are joined as independent causes (noisy or, Pearl 1988). Immutable and
/// thread-safe.
/// </summary>
/// <param name="any">Chance, by topic, that readers should check at all.</param>
/// <param name="serious">Chance, by topic, that they would act differently.</param>
/// <param name="detail">Chance that a detail parts them.</param>
sealed class ConflictJudge(Logistic any, Logistic serious, Logistic detail)
{
    /// <summary>The score, 0..1, from <see cref="DifferenceFeatures"/>.</summary>
    public float Score(ReadOnlySpan<float> features)
    {
        var topic = Topic(features);
        return 1 - ((1 - topic) * (1 - Detail(features)));
    }

    /// <summary>The part that comes from the topic: half for any conflict, half for a serious one.</summary>
    public float Topic(ReadOnlySpan<float> features)
    {
        var chance = any.Evaluate(features);
        return (chance + Math.Min(chance, serious.Evaluate(features))) / 2;
    }

    /// <summary>The part that comes from details; nothing when there are none.</summary>
    public float Detail(ReadOnlySpan<float> features) =>
        features[DifferenceFeatures.AnyDetail] > 0 ? detail.Evaluate(features[DifferenceFeatures.Plain..]) : 0;

    /// <summary>Chance that the two differ at all, by topic or detail.</summary>
    public float Apart(ReadOnlySpan<float> features) => 1 - ((1 - any.Evaluate(features)) * (1 - Detail(features)));

    public void Write(BinaryWriter writer)
    {
        any.Write(writer);
        serious.Write(writer);
        detail.Write(writer);
    }

    public static ConflictJudge Read(BinaryReader reader) => new(Logistic.Read(reader), Logistic.Read(reader), Logistic.Read(reader));
}
