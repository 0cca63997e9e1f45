using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL008: a word that the author's organisation defines and none of the readers' does.</summary>
sealed class AudienceGap : ICheckRule
{
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
        foreach (var use in context.Terms.Uses)
        {
            if (first.TryGetValue(use.Label, out var known))
            {
                known.Further.Add(use);
                continue;
            }

            var (own, shared) = (-1, false);
            foreach (var user in context.Snapshot.UsersOf(use.Label))
                shared |= user != audience.Author && audience.Readers.Contains(user);
            foreach (var form in context.Forms(use))
            {
                var owner = context.Snapshot.OwnerOf(form.Entry);
                shared |= owner != audience.Author && audience.Readers.Contains(owner);
                if (owner == audience.Author && own < 0 && form.Status <= SnapshotTermStatus.Admitted)
                    own = form.Entry;
            }

            if (own >= 0 && !shared && context.IsClear(use) && DefinitionStatement.Of(context, use, underTerminology: false) is null)
                first.Add(use.Label, (use, own, []));
        }

        foreach (var (use, entry, further) in first.Values)
        {
            if (!context.Corpus.IsNews(Description.Id, use.Label, out var common))
                continue;
            context.Report(
                Description, Severity.Info, use.Block, use.Start, use.End, context.Snapshot.Entry(entry).Term,
                $"'{context.Text(use)}' is a term of {context.Show(entry).Organisation} that none of the readers defines{common}.",
                [context.Show(entry)], further: further);
        }
    }
}
