using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL002: a word that the author's or a reader's organisation no longer wants used.</summary>
sealed class DeprecatedTerm : ICheckRule
{
    public RuleDescription Description { get; } = new(
        "CL002", "deprecated-term", Severity.Warning,
        "A word is deprecated, superseded or forbidden in the author's organisation or the audience.",
        "Use the term that has taken its place.");

    public void Check(CheckContext context)
    {
        foreach (var use in context.Terms.Uses)
        {
            var unwanted = Unwanted(context, use);
            if (unwanted.Count == 0)
                continue;
            // What the author's organisation says of the word comes first.
            var own = unwanted.FindIndex(form => context.Snapshot.OwnerOf(form.Entry) == context.Audience.Author);
            var form = unwanted[Math.Max(own, 0)];
            // Somebody has decided on the word: that everybody uses it is no reason to keep silent.
            if (form.Status == SnapshotTermStatus.Forbidden || !context.IsNeverATerm(use))
                Report(context, use, form, Replacements(context, use, own < 0 ? unwanted : [form]));
        }
    }

    static List<LabelForm> Unwanted(CheckContext context, TermUse use)
    {
        List<LabelForm> unwanted = [];
        foreach (var form in context.Forms(use))
        {
            var owner = context.Snapshot.OwnerOf(form.Entry);
            if (form.Status >= SnapshotTermStatus.Deprecated && context.Audience.Has(owner) && !IsWantedBy(context, use, owner) && !IsYetToCome(context, form))
                unwanted.Add(form);
        }

        return unwanted;
    }

    // None where the author's organisation wants the word, and never a word that it does not want.
    static string[] Replacements(CheckContext context, TermUse use, List<LabelForm> unwanted) =>
        context.Audience.Author is >= 0 and var author && IsWantedBy(context, use, author)
            ? []
            : [.. unwanted.Select(form => Replacement(context.Snapshot.Entry(form.Entry)))
                .Where(word => word.Length > 0 && !context.IsUnwantedByAuthor(word)).Distinct(StringComparer.Ordinal)];

    static string Replacement(SnapshotEntry entry) =>
        entry.ReplacedBy.Length > 0 ? entry.ReplacedBy : entry.Terms.FirstOrDefault(term => term.Status == SnapshotTermStatus.Preferred)?.Text ?? "";

    // What the organisations agreed holds from a day on.
    static bool IsYetToCome(CheckContext context, LabelForm form)
    {
        foreach (var number in context.Snapshot.ConflictsOf(form.Entry))
        {
            if (context.Snapshot.Conflict(number).Settlement is { Outcome: SnapshotOutcome.Replaced or SnapshotOutcome.OwnWords } settlement && settlement.Effective > context.Options.Today)
                return true;
        }

        return false;
    }

    // The organisation uses the word for something else, or in another entry.
    static bool IsWantedBy(CheckContext context, TermUse use, int organisation)
    {
        foreach (var other in context.Forms(use))
        {
            if (other.Status < SnapshotTermStatus.Deprecated && context.Snapshot.OwnerOf(other.Entry) == organisation)
                return true;
        }

        return false;
    }

    void Report(CheckContext context, TermUse use, LabelForm form, string[] replacements)
    {
        var entry = context.Snapshot.Entry(form.Entry);
        var shown = context.Show(form.Entry);
        var status = form.Status switch
        {
            SnapshotTermStatus.Superseded => "superseded",
            SnapshotTermStatus.Forbidden => "forbidden",
            _ => "deprecated",
        };
        var isAuthors = context.Audience.Author is >= 0 and var author && IsWantedBy(context, use, author);
        var wayOut = isAuthors ? "; your organisation uses it" : replacements.Length == 0 ? "" : $"; use '{string.Join("' or '", replacements)}'";
        context.Report(
            Description, isAuthors ? Severity.Info : form.Status == SnapshotTermStatus.Forbidden ? Severity.Error : Severity.Warning,
            use.Block, use.Start, use.End, form.Text,
            $"'{context.Text(use)}' is {status} at {shown.Organisation}{wayOut}.",
            [shown],
            [
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{status} since {entry.Since:yyyy-MM-dd}"),
                .. entry.Note.Length > 0 ? [entry.Note] : Array.Empty<string>(),
            ],
            // Where organisations name different words, the choice is the author's.
            [.. replacements.SelectMany(word => context.Replace(use.Start, use.End, Wording.Fit(context.Text(use), word), isSafe: replacements.Length == 1))]);
    }
}
