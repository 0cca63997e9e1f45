using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>Has judges say what they think of labelled pairs: those of one group together, the others one by one.</summary>
static class Scoring
{
    public static List<Judged> Score(Judges judges, IReadOnlyList<JudgedPair> pairs)
    {
        var run = new ComparisonRun(judges);
        var judged = new List<Judged>(pairs.Count);
        foreach (var group in pairs.GroupBy(pair => pair.Group, StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                judged.AddRange(group.Select((pair, i) => new Judged(pair.Term.Length > 0 ? pair.Term : FormattableString.Invariant($"{i}"), pair, run.Compare(pair.A, pair.B))));
                continue;
            }

            var (a, b) = (group.Select(pair => pair.A).DistinctBy(r => r.Definition).ToList(), group.Select(pair => pair.B).DistinctBy(r => r.Definition).ToList());
            var matrix = run.Compare(a, b);
            judged.AddRange(group.Select(pair => new Judged(
                group.Key, pair, matrix[a.FindIndex(r => r.Definition == pair.A.Definition), b.FindIndex(r => r.Definition == pair.B.Definition)])));
        }

        return judged;
    }
}
