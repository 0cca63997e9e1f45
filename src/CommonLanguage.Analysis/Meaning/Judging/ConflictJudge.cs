namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// How badly a reader of one definition would misread the other: because the texts speak of different things, or, though they speak of
/// the same, because of a detail. Either suffices, so the two are joined as independent causes (noisy or, Pearl 1988). What the texts
/// speak of is judged from all measures and from how alike a sentence encoder would find them, which was learnt from pairs without
/// labels (distillation, Hinton et al. 2015); by regression and by trees, whose mean errs less than either. Immutable and thread-safe.
/// </summary>
/// <param name="likeness">How alike the encoder would find the two texts.</param>
/// <param name="any">Chance, by topic, that readers should check at all.</param>
/// <param name="serious">Chance, by topic, that they would act differently.</param>
/// <param name="trees">The same chances, as classes: none, minor, serious.</param>
/// <param name="detail">Chance that a detail parts them.</param>
sealed class ConflictJudge(Logistic likeness, Logistic any, Logistic serious, Forest trees, Logistic detail)
{
    // Of two texts from this share of aligned words on, a detail counts in full.
    const float FullReach = .7f;

    // How much of the score by topic is for a serious conflict, the rest for any.
    const float SeriousShare = .35f;

    /// <summary>None, minor, serious.</summary>
    public const int Grades = 3;

    /// <summary>How many measures the topic is judged by.</summary>
    public static int TopicWidth => DifferenceFeatures.Plain + 1;

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
        Span<float> measured = stackalloc float[TopicWidth];
        FillTopic(features, Likeness.Sum(features), measured);
        Span<float> grades = stackalloc float[Grades];
        trees.Evaluate(measured, grades);
        Softmax.Of(grades);
        var chance = (any.Evaluate(measured) + 1 - grades[0]) / 2;
        return (chance, Gravity(chance, (serious.Evaluate(measured) + grades[2]) / 2));
    }

    /// <summary>One score of the chance of any conflict and of a serious one: more for any.</summary>
    public static float Gravity(float any, float serious) => any - (SeriousShare * (any - Math.Min(any, serious)));

    /// <summary>Fills what the topic is judged by.</summary>
    public static void FillTopic(ReadOnlySpan<float> features, float likeness, Span<float> into)
    {
        features[..DifferenceFeatures.Plain].CopyTo(into);
        into[DifferenceFeatures.Plain] = likeness;
    }

    /// <summary>How far a detail decides: less, the less the two texts have in common.</summary>
    public static float Reach(ReadOnlySpan<float> features) => Math.Clamp(features[DifferenceFeatures.Aligned] / FullReach, 0, 1);

    public void Write(BinaryWriter writer)
    {
        Likeness.Write(writer);
        any.Write(writer);
        serious.Write(writer);
        trees.Write(writer);
        detail.Write(writer);
    }

    public static ConflictJudge Read(BinaryReader reader) => new(Logistic.Read(reader), Logistic.Read(reader), Logistic.Read(reader), Forest.Read(reader), Logistic.Read(reader));

    float Detail(ReadOnlySpan<float> features) =>
        features[DifferenceFeatures.AnyDetail] > 0 ? Reach(features) * detail.Evaluate(features[DifferenceFeatures.Plain..]) : 0;
}
