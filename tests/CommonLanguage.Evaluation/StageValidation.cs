using System.Globalization;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Encoder;
using CommonLanguage.Training.Aligning;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>What both stages say of each labelled pair, each trained without the pair's word, in five folds.</summary>
static class StageValidation
{
    const int Folds = 5;

    public static void Run(string data, string file, int epochs, int seeds, int onlyFold)
    {
        using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
        var examples = new HeadExamples(encoder);
        var pairs = HeadExamples.Pairs(data);
        var judged = pairs.Where(pair => pair.Source != "triples").ToList();
        var rows = judged.Select(pair => ScoreTrainer.Features(Judges.Shipped.English, pair)).ToArray();
        var measured = judged.Select(ScoreTrainer.PairFeaturesOf).ToArray();
        using var writer = new StreamWriter(file);
        for (var fold = 0; fold < Folds; fold++)
        {
            if (onlyFold >= 0 && fold != onlyFold)
                continue;
            var train = Enumerable.Range(0, judged.Count).Where(i => Fold(judged[i].Term) != fold).ToArray();
            var conflict = ScoreTrainer.Conflict(Judges.Shipped.Conflict.Likeness, [.. train.Select(i => rows[i])], [.. train.Select(i => judged[i])]);
            var lone = ScoreTrainer.Lone([.. train.Select(i => measured[i])], [.. train.Select(i => rows[i])], [.. train.Select(i => judged[i])]);
            var run = new ComparisonRun(Judges.Shipped with { Conflict = conflict, Lone = lone });
            var heads = HeadTrainer.Seeds.Take(seeds).Select(seed => HeadTrainer.Learn([.. examples.Of(pairs.Where(pair => Fold(pair.Term) != fold))], seed, epochs)).ToArray();
            var pass = new HeadPass();
            foreach (var pair in pairs.Where(pair => Fold(pair.Term) == fold))
            {
                var first = run.Compare(pair.A, pair.B);
                var (any, serious, detail, relations) = (0f, 0f, 0f, new float[5]);
                foreach (var head in heads)
                {
                    pass.Run(head, examples.Read(pair.A.Definition), examples.Read(pair.B.Definition));
                    any += Logistic(pass.Judged[0]) / heads.Length;
                    serious += Logistic(pass.Judged[1]) / heads.Length;
                    detail += Logistic(pass.Judged[2]) / heads.Length;
                    var some = pass.Related.ToArray();
                    System.Numerics.Tensors.TensorPrimitives.SoftMax(some, some);
                    for (var r = 0; r < 5; r++)
                        relations[r] += some[(r + 1) % 5] / heads.Length;
                }

                var p = first.Probabilities;
                writer.WriteLine(string.Join('\t', [pair.Source, pair.Term, pair.Conflict, pair.Relation, N(first.Conflict), N(first.Similarity), first.Relation,
                    N(p.Exact), N(p.Broader), N(p.Narrower), N(p.Related), N(p.None), N(any), N(serious), N(detail), .. relations.Select(r => N(r))]));
            }

            writer.Flush();
        }
    }

    static float Logistic(float x) => 1 / (1 + MathF.Exp(-x));

    static string N(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    static int Fold(string word) => (int)(WordTable.Hash(word.ToLowerInvariant()) % Folds);
}
