using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>
/// The part of CL001 about words whose conflict the organisations have settled: what they agreed that author and readers should know. It
/// is only good to know, and nothing where one meaning is left.
/// </summary>
static class SettledTerm
{
    /// <summary>What there is to say of a word, or null.</summary>
    /// <param name="context">The document.</param>
    /// <param name="use">Where the word stands.</param>
    /// <param name="conflict">Number of the settled conflict it is about.</param>
    public static string? MessageOf(CheckContext context, TermUse use, out int conflict)
    {
        conflict = -1;
        if (!context.Audience.IsKnown)
            return null;
        foreach (var form in context.Forms(use))
        {
            if (!context.Audience.Has(context.Snapshot.OwnerOf(form.Entry)))
                continue;
            foreach (var number in context.Snapshot.ConflictsOf(form.Entry))
            {
                if (context.Snapshot.Conflict(number) is { Settlement: { } settlement } settled && settled.IsSettledOn(context.Options.Today)
                    && Message(context, use, number, settlement) is { Length: > 0 } message)
                {
                    conflict = number;
                    return message;
                }
            }
        }

        return null;
    }

    public static void Report(CheckContext context, RuleDescription rule, TermUse use, int number, string message, List<TermUse> further)
    {
        var conflict = context.Snapshot.Conflict(number);
        var parties = PartiesOfAudience(context, number);
        context.Report(
            rule, Severity.Info, use.Block, use.Start, use.End, conflict.Term,
            string.Create(CultureInfo.InvariantCulture, $"'{context.Text(use)}', settled on {conflict.Settlement!.Effective:yyyy-MM-dd}: {message}"),
            parties, fixes: [.. Words(context, number).SelectMany(word => WordChange.Of(context, use, context.Forms(use)[0], word, isSafe: false))],
            further: further, conflict: $"partnerships/{context.Snapshot.Partnership}/conflicts/{conflict.Id}");
    }

    static string? Message(CheckContext context, TermUse use, int number, SnapshotSettlement settlement) => settlement.Outcome switch
    {
        SnapshotOutcome.OneMeaning => string.Join(' ', Notes(context, number, settlement, note => note.Other, ofAuthor: false)),
        // Where the author's organisation no longer wants the bare word, that is what is to be said.
        SnapshotOutcome.OwnWords when !IsUnwanted(context, use) => string.Join(' ', Notes(context, number, settlement, note => note.Other, ofAuthor: true)),
        SnapshotOutcome.BothTexts when PartiesOfAudience(context, number).Length > 1 => "both meanings stand, in clearer words.",
        _ => null,
    };

    // The author's own word first.
    static IEnumerable<string> Words(CheckContext context, int number)
    {
        var parties = context.Snapshot.PartiesOf(number).ToArray();
        return context.Snapshot.Conflict(number).Settlement!.Notes
            .Where(note => context.Audience.Has(context.Snapshot.OwnerOf(parties[note.Party])))
            .OrderBy(note => context.Snapshot.OwnerOf(parties[note.Party]) != context.Audience.Author)
            .SelectMany(note => note.Use.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);
    }

    static IEnumerable<string> Notes(CheckContext context, int number, SnapshotSettlement settlement, Func<SnapshotNote, string> text, bool ofAuthor)
    {
        var parties = context.Snapshot.PartiesOf(number).ToArray();
        return settlement.Notes
            .Where(note => context.Snapshot.OwnerOf(parties[note.Party]) is var owner && context.Audience.Has(owner) && (ofAuthor || owner != context.Audience.Author))
            .Select(text)
            .Where(said => said.Length > 0);
    }

    static bool IsUnwanted(CheckContext context, TermUse use)
    {
        foreach (var form in context.Forms(use))
        {
            if (form.Status > SnapshotTermStatus.Admitted && context.Audience.Has(context.Snapshot.OwnerOf(form.Entry)))
                return true;
        }

        return false;
    }

    static ImmutableArray<FindingEntry> PartiesOfAudience(CheckContext context, int number) =>
    [
        .. context.Snapshot.PartiesOf(number).ToArray().Where(entry => context.Audience.Has(context.Snapshot.OwnerOf(entry)))
            .OrderBy(entry => context.Snapshot.OwnerOf(entry) != context.Audience.Author).Select(context.Show),
    ];
}
