using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL008: a word that the author's organisation defines and none of the readers' does.</summary>
sealed class AudienceGap : ICheckRule
{
    // So many others of the partnership who define a word, or others with it, make it one of the trade.
    const int FewestOthers = 2;

    public RuleDescription Description { get; } = new(
        "CL008", "audience-gap", Severity.Info,
        "A word is defined by the author's organisation and by none of the audience.",
        "Define it where it is first used, or link its definition.");

    public void Check(CheckContext context)
    {
        var audience = context.Audience;
        if (audience.Author < 0 || !audience.IsKnown)
            return;
        var first = new Dictionary<int, (TermUse Use, int Entry, List<TermUse> Further)>();
        var others = new HashSet<int>();
        foreach (var use in context.Terms.Uses)
        {
            if (first.TryGetValue(use.Label, out var known))
            {
                known.Further.Add(use);
                continue;
            }

            others.Clear();
            foreach (var user in context.Snapshot.UsersOf(use.Label))
                _ = user != audience.Author && others.Add(user);
            var own = -1;
            foreach (var form in context.Forms(use))
            {
                var owner = context.Snapshot.OwnerOf(form.Entry);
                _ = owner != audience.Author && others.Add(owner);
                if (owner == audience.Author && own < 0 && form.Status <= SnapshotTermStatus.Admitted)
                    own = form.Entry;
            }

            if (own >= 0 && !UndefinedAcronym.IsKnown(context.Text(use)) && others.Count < FewestOthers && !others.Overlaps(audience.Readers) && context.IsClear(use) && DefinitionStatement.Of(context, use, underTerminology: false) is null)
                first.Add(use.Label, (use, own, []));
        }

        foreach (var (use, entry, further) in first.Values)
        {
            if (!IsMeant(context, entry, further.Prepend(use)) || !context.IsNews(Description.Id, use.Label, use.Start, use.End, out var common))
                continue;
            context.Report(
                Description, Severity.Info, use.Block, use.Start, use.End, context.Snapshot.Entry(entry).Term,
                $"'{context.Text(use)}' is a term of {context.Show(entry).Organisation} that none of the readers defines{common}.",
                [context.Show(entry)], further: further);
        }
    }

    // "Latency" may be the one of voice packets that the glossary defines, or any. A name with capitals of its own ("ConfigMap") is the
    // thing itself.
    static bool IsMeant(CheckContext context, int entry, IEnumerable<TermUse> uses) =>
        IsName(context.Snapshot.Entry(entry).Term) || context.MayMean(entry, uses);

    static bool IsName(string term) => LetterCase.HasInnerCapital(term) && !Acronym.HasForm(term);
}
