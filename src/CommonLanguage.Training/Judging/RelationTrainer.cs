using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Training.Trees;

namespace CommonLanguage.Training.Judging;

/// <summary>Trains the judge of relations on groups of labelled pairs: the pair forest, then the group forest on what pair forests say that have not seen the pair.</summary>
static class RelationTrainer
{
    public static BoosterSettings PairSettings { get; set; } = new(150, .06f, 12, 4, 4, .7f, .35f, Loss.Softmax, 1);

    public static BoosterSettings GroupSettings { get; set; } = new(180, .06f, 12, 4, 4, .7f, .35f, Loss.Softmax, 2);

    public static RelationJudge Train(IReadOnlyList<LabelledGroup> groups)
    {
        var features = groups.Select(Features).ToArray();
        const int folds = 4;
        var alone = new float[groups.Count][][];
        for (var fold = 0; fold < folds; fold++)
        {
            var forest = GrowPairs(groups, features, i => i % folds != fold);
            for (var i = fold; i < groups.Count; i += folds)
                alone[i] = Alone(forest, features[i]);
        }

        return new(GrowPairs(groups, features, _ => true), GrowGroups(groups, features, alone));
    }

    /// <summary>The forest that judges pairs alone.</summary>
    public static Forest Pairs(IReadOnlyList<LabelledGroup> groups) => GrowPairs(groups, [.. groups.Select(Features)], _ => true);

    /// <summary>The features of all pairs of a group, row by row.</summary>
    public static float[][] Features(LabelledGroup group)
    {
        var features = new float[group.A.Length * group.B.Length][];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = new float[RelationJudge.PairWidth];
            PairFeatures.Fill(group.A[i / group.B.Length].Parts, group.B[i % group.B.Length].Parts, features[i]);
        }

        return features;
    }

    public static float[][] Alone(Forest pair, float[][] features)
    {
        var judge = new RelationJudge(pair, pair);
        var probabilities = new float[features.Length][];
        for (var i = 0; i < features.Length; i++)
            judge.JudgePair(features[i], probabilities[i] = new float[RelationJudge.Classes]);
        return probabilities;
    }

    static Forest GrowPairs(IReadOnlyList<LabelledGroup> groups, float[][][] features, Func<int, bool> take)
    {
        var rows = new Rows();
        for (var i = 0; i < groups.Count; i++)
        {
            if (!take(i))
                continue;
            for (var k = 0; k < features[i].Length; k++)
            {
                var mirrored = new float[RelationJudge.PairWidth];
                PairFeatures.Mirror(features[i][k], mirrored, PairFeatures.Symmetric);
                rows.Add(features[i][k], mirrored, groups[i].Labels[k]);
            }
        }

        return rows.Grow(PairSettings);
    }

    static Forest GrowGroups(IReadOnlyList<LabelledGroup> groups, float[][][] features, float[][][] alone)
    {
        var rows = new Rows();
        var width = GroupFeatures.Names.Length;
        for (var i = 0; i < groups.Count; i++)
        {
            var scores = new float[features[i].Length * GroupFeatures.Scores];
            for (var k = 0; k < features[i].Length; k++)
                RelationJudge.Scores(features[i][k], alone[i][k], scores.AsSpan(k * GroupFeatures.Scores));
            var grouped = new float[features[i].Length * width];
            GroupFeatures.Fill(scores, groups[i].A.Length, groups[i].B.Length, grouped);
            for (var k = 0; k < features[i].Length; k++)
            {
                float[] row = [.. features[i][k], .. grouped.AsSpan(k * width, width)];
                var mirrored = new float[row.Length];
                RelationJudge.Mirror(row, mirrored);
                rows.Add(row, mirrored, groups[i].Labels[k]);
            }
        }

        return rows.Grow(GroupSettings);
    }

    sealed class Rows
    {
        readonly List<float[]> rows = [];
        readonly List<float> labels = [];

        public void Add(float[] row, float[] mirrored, int label)
        {
            if (label < 0)
                return;
            rows.Add(row);
            labels.Add(label);
            rows.Add(mirrored);
            labels.Add(label switch { 1 => 2, 2 => 1, _ => label });
        }

        public Forest Grow(BoosterSettings settings) =>
            new Booster(settings).Grow([.. rows], [.. labels], [.. Enumerable.Repeat(1f, rows.Count)], RelationJudge.Classes);
    }
}
