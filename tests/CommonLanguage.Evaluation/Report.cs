using System.Globalization;

namespace CommonLanguage.Evaluation;

/// <summary>Prints what was measured, each figure with its 95 % interval by word.</summary>
static class Report
{
    /// <summary>Prints all measures for which the cases have labels, then the weakest of them.</summary>
    public static void Print(string title, IReadOnlyList<Judged> all, int weakest)
    {
        Console.WriteLine($"# {title}: {all.Count} pairs, {all.Select(j => j.Word).Distinct(StringComparer.Ordinal).Count()} words");
        if (all.Where(j => j.Pair.Relation >= 0).ToArray() is { Length: > 0 } related)
        {
            Measure("relation, accuracy", related, js => Agree(js).Accuracy);
            Measure("relation, link F1", related, js => Agree(js).LinkF1);
            Measure("relation, macro F1", related, js => Agree(js).MacroF1);
            Console.WriteLine($"  per relation: {Agree(related).PerRelation()}");
            Measure("chance of a link, AUC", related, js => Ranking.Auc(Links(js)));
            Console.WriteLine(FormattableString.Invariant($"  chance of a link: Brier {Calibration.Brier(Links(related)):F3}, calibration error {Calibration.Error(Links(related)):F3}"));
        }

        if (all.Where(j => j.Pair.Conflict >= 0).ToArray() is { Length: > 0 } judged)
        {
            Measure("conflict >= 1, AUC", judged, js => Ranking.Auc(Conflicts(js, 1)));
            Measure("conflict 2, AUC", judged, js => Ranking.Auc(Conflicts(js, 2)));
            Measure("conflict 2, average precision", judged, js => Ranking.AveragePrecision(Conflicts(js, 2)));
            Measure("conflict >= 1 among the 20 sharpest", judged, js => Ranking.PrecisionAt(Conflicts(js, 1), 20));
            Measure("conflict 2 among the 20 sharpest", judged, js => Ranking.PrecisionAt(Conflicts(js, 2), 20));
            Measure("conflict >= 1, accuracy at the threshold", judged, js => js.Average(j => (j.Comparison.Conflict >= Analysis.Meaning.MeaningComparer.ConflictThreshold) == (j.Pair.Conflict >= 1) ? 1.0 : 0));
        }

        if (all.Where(j => !float.IsNaN(j.Pair.Similarity)).ToArray() is { Length: > 0 } graded)
        {
            Measure("similarity, Pearson", graded, js => Correlation.Pearson(Given(js), Said(js)));
            Measure("similarity, Spearman", graded, js => Correlation.Spearman(Given(js), Said(js)));
        }

        foreach (var j in all.OrderByDescending(Wrong).Take(weakest))
        {
            Console.WriteLine(FormattableString.Invariant(
                $"- {j.Word}: said {j.Comparison.Relation}, similarity {j.Comparison.Similarity:F2}, conflict {j.Comparison.Conflict:F2}, {j.Comparison.Kind}; given relation {j.Pair.Relation}, conflict {j.Pair.Conflict}, similarity {j.Pair.Similarity:F2}"));
            Console.WriteLine($"    a: {j.Pair.A.Definition}\n    b: {j.Pair.B.Definition}");
            foreach (var evidence in j.Comparison.Evidence.Take(3))
                Console.WriteLine($"    {evidence.Reason}");
        }
    }

    static void Measure(string name, IReadOnlyList<Judged> cases, Func<IReadOnlyList<Judged>, double> measure)
    {
        var (low, high) = Bootstrap.Interval(cases, j => j.Word, measure);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {measure(cases):F3} ({low:F3} to {high:F3})"));
    }

    static Agreement Agree(IReadOnlyList<Judged> cases) => new(cases.Select(j => (j.Pair.Relation, j.Predicted)));

    static (double, bool)[] Links(IReadOnlyList<Judged> cases) => [.. cases.Select(j => (1 - j.Comparison.Probabilities.None, j.Pair.Relation != Agreement.None))];

    static (double, bool)[] Conflicts(IReadOnlyList<Judged> cases, int least) => [.. cases.Select(j => (j.Comparison.Conflict, j.Pair.Conflict >= least))];

    static double[] Given(IReadOnlyList<Judged> cases) => [.. cases.Select(j => (double)j.Pair.Similarity)];

    static double[] Said(IReadOnlyList<Judged> cases) => [.. cases.Select(j => j.Comparison.Similarity)];

    static double Wrong(Judged j) => j.Pair.Conflict >= 0 ? Math.Abs(j.Comparison.Conflict - Math.Min(1, j.Pair.Conflict * .6))
        : !float.IsNaN(j.Pair.Similarity) ? Math.Abs(j.Comparison.Similarity - j.Pair.Similarity)
        : j.Pair.Relation >= 0 ? Math.Abs((j.Pair.Relation == Agreement.None ? 0 : 1) - (1 - j.Comparison.Probabilities.None)) : 0;
}
