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
            foreach (var form in context.Forms(use))
            {
                if (form.Status < SnapshotTermStatus.Deprecated || !context.Audience.Has(context.Snapshot.OwnerOf(form.Entry))
                    || IsWantedBy(context, use, context.Snapshot.OwnerOf(form.Entry)) || IsYetToCome(context, form))
                    continue;
                // Somebody has decided on the word: that everybody uses it is no reason to keep silent.
                if (form.Status == SnapshotTermStatus.Forbidden || !context.IsNeverATerm(use))
                    Report(context, use, form);
                break;
            }
        }
    }

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

    void Report(CheckContext context, TermUse use, LabelForm form)
    {
        var entry = context.Snapshot.Entry(form.Entry);
        var shown = context.Show(form.Entry);
        var preferred = entry.ReplacedBy.Length > 0
            ? entry.ReplacedBy
            : entry.Terms.FirstOrDefault(term => term.Status == SnapshotTermStatus.Preferred)?.Text ?? "";
        var status = form.Status switch
        {
            SnapshotTermStatus.Superseded => "superseded",
            SnapshotTermStatus.Forbidden => "forbidden",
            _ => "deprecated",
        };
        var isAuthors = context.Audience.Author is >= 0 and var author && IsWantedBy(context, use, author);
        var wayOut = isAuthors ? "; your organisation uses it" : preferred.Length > 0 ? $"; use '{preferred}'" : "";
        context.Report(
            Description, isAuthors ? Severity.Info : form.Status == SnapshotTermStatus.Forbidden ? Severity.Error : Severity.Warning,
            use.Block, use.Start, use.End, form.Text,
            $"'{context.Text(use)}' is {status} at {shown.Organisation}{wayOut}.",
            [shown],
            [
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{status} since {entry.Since:yyyy-MM-dd}"),
                .. entry.Note.Length > 0 ? [entry.Note] : Array.Empty<string>(),
            ],
            preferred.Length > 0 && !isAuthors ? context.Replace(use.Start, use.End, Wording.Fit(context.Text(use), preferred), isSafe: true) : []);
    }
}
