using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL006: a word with several senses in one glossary, none of which the surroundings speak for.</summary>
sealed class UndeclaredSense : ICheckRule
{
    // Beyond so many senses the sharpest two are found among the first.
    const int MostSenses = 4;

    public RuleDescription Description { get; } = new(
        "CL006", "undeclared-sense", Severity.Info,
        "A word has several senses in one glossary, and nothing around it says which is meant.",
        "Link the sense that is meant.");

    public void Check(CheckContext context)
    {
        var author = context.Audience.Author;
        if (author < 0)
            return;
        var seen = new HashSet<int>();
        List<int> senses = [];
        foreach (var use in context.Terms.Uses)
        {
            var forms = context.Forms(use);
            // Initials that stand for several things are CL004's.
            if (forms.Length < 2 || seen.Contains(use.Label) || Acronym.HasForm(context.Text(use)))
                continue;
            senses.Clear();
            foreach (var form in forms)
            {
                if (context.Snapshot.OwnerOf(form.Entry) == author && !senses.Contains(form.Entry) && senses.Count < MostSenses)
                    senses.Add(form.Entry);
            }

            if (senses.Count < 2 || !context.IsClear(use))
                continue;
            _ = seen.Add(use.Label);
            var shared = senses.ConvertAll(sense => context.SharedWords(use, sense));
            var most = shared.Max();
            var likely = senses.Where((_, i) => shared[i] == most).ToList();
            if (likely.Count > 1 && context.MayMean(likely[0], [use]) && Part(context, likely[0], likely[1]) && context.IsNews(Description.Id, use.Label, use.Start, use.End, out var common))
            {
                var further = context.Terms.Uses.Where(other => other.Label == use.Label && other.Start > use.Start);
                context.Report(
                    Description, Severity.Info, use.Block, use.Start, use.End, context.Snapshot.Entry(likely[0]).Term,
                    $"'{context.Text(use)}' has {senses.Count} senses at {context.Snapshot.Organisations[author].DisplayName}, and nothing here says which{common}.",
                    [.. likely.Take(MostSenses).Select(context.Show)], further: further);
            }
        }
    }

    // Only other things are senses to choose from: one thing told twice, wider or in part, is one.
    static bool Part(CheckContext context, int first, int second)
    {
        var (a, b) = (context.Snapshot.Entry(first), context.Snapshot.Entry(second));
        var comparison = MeaningComparer.Compare(DefinitionReading.Of(a.Term, a.Definition, a.Language), DefinitionReading.Of(b.Term, b.Definition, b.Language));
        return comparison.Conflict >= ConflictingTerm.SharpFrom && comparison.Kind is ConflictKind.Polysemy or ConflictKind.Homonymy;
    }
}
