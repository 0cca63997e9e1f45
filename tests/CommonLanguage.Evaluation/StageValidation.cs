using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Encoder;
using CommonLanguage.Training.Aligning;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>What the first stage and both stages say of all labelled pairs, each trained without the pair's word, in five folds by word.</summary>
static class StageValidation
{
    const int Folds = 5;

    public static void Run(string data, int weakest)
    {
        using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
        var examples = new HeadExamples(encoder);
        var pairs = HeadExamples.Pairs(data);
        var judged = pairs.Where(pair => !HeadExamples.IsTriple(pair)).ToList();
        var rows = judged.Select(pair => ScoreTrainer.Features(Judges.Shipped.English, pair)).ToArray();
        var measured = judged.Select(ScoreTrainer.PairFeaturesOf).ToArray();
        var (first, both) = (new List<Judged>(), new List<Judged>());
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] train = [.. Enumerable.Range(0, judged.Count).Where(i => Fold(judged[i]) != fold)];
            var conflict = ScoreTrainer.Conflict(Judges.Shipped.Conflict.Likeness, [.. train.Select(i => rows[i])], [.. train.Select(i => judged[i])]);
            var lone = ScoreTrainer.Lone([.. train.Select(i => measured[i])], [.. train.Select(i => rows[i])], [.. train.Select(i => judged[i])]);
            var judges = Judges.Shipped with { Conflict = conflict, Lone = lone };
            HeadExample[] learnt = [.. examples.Of(pairs.Where(pair => Fold(pair) != fold))];
            var stage = new SecondStage(examples.Read, [.. HeadTrainer.Seeds.Select(seed => HeadTrainer.Learn(learnt, seed))]);
            JudgedPair[] held = [.. pairs.Where(pair => Fold(pair) == fold)];
            first.AddRange(Scoring.Score(judges, held));
            both.AddRange(Scoring.Score(judges, [.. held.Select(pair => pair with { A = pair.A.With(stage), B = pair.B.With(stage) })]));
        }

        foreach (var (kind, isOf) in Kinds)
        {
            Report.Print($"{kind}, first stage, cross-validated", [.. first.Where(j => isOf(j.Pair))], 0);
            Report.Print($"{kind}, both stages, cross-validated", [.. both.Where(j => isOf(j.Pair))], weakest);
        }
    }

    static (string Kind, Func<JudgedPair, bool> IsOf)[] Kinds =>
    [
        ("real pairs", pair => !ScoreTrainer.IsDetail(pair) && !HeadExamples.IsTriple(pair)),
        ("the real pairs labelled first", pair => pair.Source == "gold_pairs"),
        ("detail pairs", ScoreTrainer.IsDetail),
        ("written triples", HeadExamples.IsTriple),
    ];

    static int Fold(JudgedPair pair) => (int)(WordTable.Hash(pair.Term.ToLowerInvariant()) % Folds);
}
