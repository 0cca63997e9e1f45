using CommonLanguage.Analysis.Meaning.Details;
using CommonLanguage.Analysis.Meaning.Judging;

namespace CommonLanguage.Training.Judging;

/// <summary>Trains the scores of similarity and of conflict on judged pairs; few as they are, the ridges are strong.</summary>
static class ScoreTrainer
{
    public static double SimilarityRidge { get; set; } = 6;

    public static double TopicRidge { get; set; } = 25;

    public static double DetailRidge { get; set; } = 3;

    /// <summary>The features of a pair.</summary>
    public static float[] Features(RelationJudge judge, JudgedPair pair)
    {
        var features = new float[RelationJudge.PairWidth];
        PairFeatures.Fill(pair.A.Parts, pair.B.Parts, features);
        var alone = new float[RelationJudge.Classes];
        judge.JudgePair(features, alone);
        var difference = new float[DifferenceFeatures.Names.Length];
        DifferenceFeatures.Fill(pair.A.Parts, pair.B.Parts, features, alone, DetailComparer.Compare(pair.A.Details, pair.B.Details).AsSpan(), difference);
        return difference;
    }

    /// <summary>The judge of conflict: its topic part from the pairs of real glossaries, its detail part from all.</summary>
    public static ConflictJudge Conflict(IReadOnlyList<float[]> rows, IReadOnlyList<JudgedPair> pairs)
    {
        var real = Enumerable.Range(0, pairs.Count).Where(i => !IsDetail(pairs[i])).ToArray();
        var (realRows, weights) = (real.Select(i => rows[i]).ToArray(), real.Select(i => Weight(pairs[i])).ToArray());
        var any = LogisticTrainer.Fit(realRows, [.. real.Select(i => pairs[i].Conflict >= 1 ? 1f : 0f)], weights, DifferenceFeatures.Plain, TopicRidge);
        var serious = LogisticTrainer.Fit(realRows, [.. real.Select(i => pairs[i].Conflict >= 2 ? 1f : 0f)], weights, DifferenceFeatures.Plain, TopicRidge);
        var topic = new ConflictJudge(any, serious, any);
        var detailed = Enumerable.Range(0, pairs.Count).Where(i => rows[i][DifferenceFeatures.AnyDetail] > 0).ToArray();
        var detail = LogisticTrainer.FitCause(
            [.. detailed.Select(i => rows[i][DifferenceFeatures.Plain..])],
            [.. detailed.Select(i => topic.Topic(rows[i]))],
            [.. detailed.Select(i => pairs[i].Conflict switch { 0 => 0f, 1 => .6f, _ => 1f })],
            [.. detailed.Select(i => Weight(pairs[i]))],
            DetailRidge);
        return new(any, serious, detail);
    }

    /// <summary>The judge of similarity.</summary>
    public static Logistic Similarity(IReadOnlyList<float[]> rows, IReadOnlyList<JudgedPair> graded) =>
        LogisticTrainer.Fit(rows, [.. graded.Select(pair => pair.Similarity)], [.. graded.Select(_ => 1f)], DifferenceFeatures.Plain, SimilarityRidge);

    /// <summary>Pairs made to differ in one detail, not found in glossaries.</summary>
    public static bool IsDetail(JudgedPair pair) => pair.Source.StartsWith("detail", StringComparison.Ordinal);

    // The pairs labelled for training alone count less than those labelled after two annotators had agreed on the guideline.
    static float Weight(JudgedPair pair) => pair.Source == "glossary-pairs" ? .7f : 1;
}
