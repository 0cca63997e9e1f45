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
                Report(context, use, form, own < 0 ? unwanted : [form]);
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

    void Report(CheckContext context, TermUse use, LabelForm form, List<LabelForm> unwanted)
    {
        var instead = WordsInstead.Of(context, use, unwanted);
        var isAuthors = context.Audience.Author is >= 0 and var author && IsWantedBy(context, use, author);
        // A "wagon" that is to be a "rail wagon" is none in a "rail wagon".
        if (instead.Holds(use, form))
            return;
        var entry = context.Snapshot.Entry(form.Entry);
        var shown = context.Show(form.Entry);
        var status = form.Status switch
        {
            SnapshotTermStatus.Superseded => "superseded",
            SnapshotTermStatus.Forbidden => "forbidden",
            _ => "deprecated",
        };
        var wayOut = isAuthors ? "; your organisation uses it" : instead.Words.Count == 0 ? "" : $"; use '{string.Join("' or '", instead.Words)}'";
        context.Report(
            Description, isAuthors ? Severity.Info : form.Status == SnapshotTermStatus.Forbidden ? Severity.Error : Severity.Warning,
            use.Block, use.Start, use.End, form.Text,
            $"'{context.Text(use)}' is {status} at {shown.Organisation}{wayOut}.",
            [shown],
            [
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{status} since {entry.Since:yyyy-MM-dd}"),
                .. instead.Remark.Length > 0 ? [$"replaced by: {instead.Remark}"] : Array.Empty<string>(),
                .. entry.Note.Length > 0 ? [entry.Note] : Array.Empty<string>(),
            ],
            // Where several words are named, or a word with a remark, the choice is the author's.
            isAuthors ? [] : [.. instead.Words.SelectMany(word => WordChange.Of(context, use, form, word, instead.IsPlain))]);
    }
}
