using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>Judges each pair with judges that were trained without its word, in five folds by word.</summary>
static class CrossValidation
{
    const int Folds = 5;

    public static void Run(string folder, int weakest, string what)
    {
        var shipped = Judges.Shipped;
        if (what.Contains('e'))
            Relations("English", JudgedPair.Read(Path.Combine(folder, "mwsa_english_nuig_train.jsonl")), judge => shipped with { English = judge }, weakest);
        if (what.Contains('o'))
        {
            foreach (var language in new[] { "spanish", "italian" })
                Relations(language, JudgedPair.Read(Path.Combine(folder, $"mwsa_{language}_train.jsonl")), judge => shipped with { Plain = judge }, weakest);
        }

        if (what.Contains('c'))
            Conflicts(folder, weakest);
    }

    static void Relations(string title, List<JudgedPair> pairs, Func<RelationJudge, Judges> with, int weakest)
    {
        var judged = new List<Judged>[Folds];
        _ = Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
            judged[fold] = Scoring.Score(
                with(RelationTrainer.Train(LabelledGroup.Of(pairs.Where(pair => Fold(pair.Group) != fold)))),
                [.. pairs.Where(pair => Fold(pair.Group) == fold)]));
        Report.Print(title + ", cross-validated", [.. judged.SelectMany(j => j)], weakest);
    }

    static void Conflicts(string folder, int weakest)
    {
        var pairs = JudgesTrainer.ConflictPairs(folder);
        var rows = pairs.Select(pair => ScoreTrainer.Features(Judges.Shipped.English, pair)).ToArray();
        var measured = pairs.Select(ScoreTrainer.PairFeaturesOf).ToArray();
        var judged = new List<Judged>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var train = Enumerable.Range(0, pairs.Count).Where(i => Fold(pairs[i].Term) != fold).ToArray();
            var judge = ScoreTrainer.Conflict(Judges.Shipped.Conflict.Likeness, [.. train.Select(i => rows[i])], [.. train.Select(i => pairs[i])]);
            var lone = ScoreTrainer.Lone([.. train.Select(i => measured[i])], [.. train.Select(i => rows[i])], [.. train.Select(i => pairs[i])]);
            judged.AddRange(Scoring.Score(Judges.Shipped with { Conflict = judge, Lone = lone }, [.. pairs.Where(pair => Fold(pair.Term) == fold)]));
        }

        foreach (var source in judged.GroupBy(j => j.Pair.Source, StringComparer.Ordinal))
            Report.Print(source.Key + ", cross-validated", [.. source], weakest);
        Report.Print("all pairs of real glossaries, cross-validated", [.. judged.Where(j => !ScoreTrainer.IsDetail(j.Pair))], 0);
    }

    static int Fold(string word) => (int)(WordTable.Hash(word) % Folds);
}
