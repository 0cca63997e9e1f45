using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Training.Trees;

namespace CommonLanguage.Training.Judging;

/// <summary>Trains the scores of similarity and of conflict on judged pairs; few as they are, the ridges are strong.</summary>
static class ScoreTrainer
{
    public static double SimilarityRidge { get; set; } = 12;

    const float SenseWeight = .1f;

    // What a grader would say of each relation, about: exact, broader, narrower, related, none.
    static readonly float[] Graded = [.85f, .65f, .65f, .5f, .15f];

    public static double LikenessRidge { get; set; } = 30;

    public static double TopicRidge { get; set; } = 50;

    public static BoosterSettings TopicSettings { get; set; } = new(100, .05f, 6, 4, 5, .8f, .4f, Loss.Softmax, 3);

    public static float SameTopic { get; set; } = 1.2f;

    /// <summary>What the detail part is asked to reach for a minor conflict.</summary>
    public static float MinorDetail { get; set; } = .5f;

    public static double DirectionRidge { get; set; } = 2;

    public static BoosterSettings LoneSettings { get; set; } = new(100, .05f, 8, 6, 5, .8f, .3f, Loss.Softmax, 4);

    public static double DetailRidge { get; set; } = .3;

    /// <summary>The features of a pair.</summary>
    public static float[] Features(RelationJudge judge, JudgedPair pair)
    {
        var features = PairFeaturesOf(pair);
        var alone = new float[RelationJudge.Classes];
        judge.JudgePair(features, alone);
        var difference = new float[DifferenceFeatures.Names.Length];
        DifferenceFeatures.Fill(pair.A.Parts, pair.B.Parts, features, alone, DetailComparer.Compare(pair.A.Details, pair.B.Details).AsSpan(), difference);
        return difference;
    }

    /// <summary>What is measured of a pair.</summary>
    public static float[] PairFeaturesOf(JudgedPair pair)
    {
        var features = new float[RelationJudge.PairWidth];
        PairFeatures.Fill(pair.A.Parts, pair.B.Parts, features);
        return features;
    }

    /// <summary>The judge of the relation of pairs that are compared by themselves.</summary>
    public static LoneRelation Lone(IReadOnlyList<float[]> measured, IReadOnlyList<float[]> rows, IReadOnlyList<JudgedPair> pairs)
    {
        var related = Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Relation >= 0).ToArray();
        var classes = related.Select(i =>
        {
            var row = new float[LoneRelation.Width];
            LoneRelation.Fill(measured[i], rows[i], row);
            return row;
        }).ToArray();
        var forest = new Booster(LoneSettings).Grow(
            classes, [.. related.Select(i => (float)(pairs[i].Relation > 1 ? pairs[i].Relation - 1 : pairs[i].Relation))], [.. related.Select(i => Weight(pairs[i]))], LoneRelation.Classes);
        var sided = related.Where(i => pairs[i].Relation is 1 or 2).ToArray();
        return new(forest, LogisticTrainer.FitDirection(
            [.. sided.Select(i =>
            {
                var sides = new float[LoneRelation.Directions];
                LoneRelation.FillSides(pairs[i].A.Parts, pairs[i].B.Parts, measured[i], sides);
                return sides;
            })],
            [.. sided.Select(i => pairs[i].Relation == 1)], DirectionRidge));
    }

    /// <summary>How alike the sentence encoder finds two texts, learnt from pairs that need no label.</summary>
    public static Logistic Likeness(IReadOnlyList<float[]> rows, IReadOnlyList<float> cosines) => LogisticTrainer.Fit(
        rows, [.. cosines], [.. rows.Select(_ => 1f)], DifferenceFeatures.Plain, LikenessRidge);

    /// <summary>The judge of conflict: its topic part from the pairs of real glossaries, its detail part from all.</summary>
    public static ConflictJudge Conflict(Logistic likeness, IReadOnlyList<float[]> rows, IReadOnlyList<JudgedPair> pairs)
    {
        // Pairs made to differ in a detail have one topic, whatever they are labelled.
        var weights = pairs.Select(pair => IsDetail(pair) ? SameTopic : Weight(pair)).ToArray();
        var topics = pairs.Select(pair => IsDetail(pair) ? 0f : Math.Max(pair.Conflict, 0)).ToArray();
        var measured = rows.Select(row =>
        {
            var filled = new float[ConflictJudge.TopicWidth];
            ConflictJudge.FillTopic(row, likeness.Sum(row), filled);
            return filled;
        }).ToArray();
        var any = LogisticTrainer.Fit(measured, [.. topics.Select(topic => topic >= 1 ? 1f : 0f)], weights, ConflictJudge.TopicWidth, TopicRidge);
        var serious = LogisticTrainer.Fit(measured, [.. topics.Select(topic => topic >= 2 ? 1f : 0f)], weights, ConflictJudge.TopicWidth, TopicRidge);
        var trees = new Booster(TopicSettings).Grow(measured, topics, weights, ConflictJudge.Grades);
        var topic = new ConflictJudge(likeness, any, serious, trees, any);
        var detailed = Enumerable.Range(0, pairs.Count).Where(i => rows[i][DifferenceFeatures.AnyDetail] > 0).ToArray();
        var detail = LogisticTrainer.FitCause(
            [.. detailed.Select(i => rows[i][DifferenceFeatures.Plain..])],
            [.. detailed.Select(i => topic.Topic(rows[i]).Score)],
            [.. detailed.Select(i => ConflictJudge.Reach(rows[i]))],
            [.. detailed.Select(i => pairs[i].Conflict switch { 0 => 0f, 1 => MinorDetail, _ => 1f })],
            [.. detailed.Select(i => Weight(pairs[i]))],
            DetailRidge);
        return new(likeness, any, serious, trees, detail);
    }

    /// <summary>The judge of similarity: from pairs as alike as the encoder finds them and, with less weight, from related senses, among which many have nothing in common.</summary>
    public static Logistic Similarity(IReadOnlyList<float[]> rows, IReadOnlyList<JudgedPair> pairs) => LogisticTrainer.Fit(
        rows,
        [.. pairs.Select(pair => float.IsNaN(pair.Similarity) ? Graded[pair.Relation] : pair.Similarity)],
        [.. pairs.Select(pair => float.IsNaN(pair.Similarity) ? SenseWeight : 1f)],
        DifferenceFeatures.Plain,
        SimilarityRidge);

    /// <summary>The features of sense pairs, each judged by a forest that has not seen its word.</summary>
    public static float[][] SenseFeatures(IReadOnlyList<JudgedPair> senses)
    {
        var halves = Enumerable.Range(0, 2).Select(half => new RelationJudge(RelationTrainer.Pairs(LabelledGroup.Of(senses.Where(pair => Half(pair) != half))), null!)).ToArray();
        return [.. senses.Select(pair => Features(halves[Half(pair)], pair))];
    }

    static int Half(JudgedPair pair) => (int)(WordTable.Hash(pair.Group) % 2);

    /// <summary>Pairs made to differ in one detail, not found in glossaries.</summary>
    public static bool IsDetail(JudgedPair pair) => pair.Source.StartsWith("detail", StringComparison.Ordinal);

    // The pairs labelled for training alone count less than those labelled after two annotators had agreed on the guideline.
    static float Weight(JudgedPair pair) => pair.Source.StartsWith("glossary-pairs", StringComparison.Ordinal) ? .7f : 1;
}
