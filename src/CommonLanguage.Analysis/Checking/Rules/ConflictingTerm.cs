using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL001: a word that author and readers understand in different senses.</summary>
sealed class ConflictingTerm : ICheckRule
{
    // From here on a confirmed conflict is an error.
    const double SevereFrom = .6;

    // What nobody has confirmed must part more sharply to interrupt an author than to wait in a translator's queue.
    public const double SharpFrom = .5;

    public RuleDescription Description { get; } = new(
        "CL001", "conflicting-term", Severity.Warning,
        "A word has diverging definitions among the organisations that write and read the document.",
        "Qualify the word, link the definition that is meant, or declare the sense with 'commonlanguage check --accept TERM --reason ...'.");

    readonly record struct Parting(int Conflict, SnapshotPair Pair, int A, int B);

    public void Check(CheckContext context)
    {
        var first = new Dictionary<int, (TermUse Use, Parting Parting, List<TermUse> Further)>();
        TermUse? unconfirmed = null;
        var unconfirmedWords = new HashSet<int>();
        foreach (var use in context.Terms.Uses)
        {
            if (first.TryGetValue(use.Label, out var known))
            {
                known.Further.Add(use);
                continue;
            }

            if (Sharpest(context, use) is not { } parting || !context.IsClear(use))
                continue;
            if (!context.Audience.IsKnown && !context.Snapshot.Conflict(parting.Conflict).IsConfirmed)
            {
                unconfirmed ??= use;
                _ = unconfirmedWords.Add(parting.Conflict);
                continue;
            }

            first.Add(use.Label, (use, parting, []));
        }

        foreach (var (use, parting, further) in first.Values)
            Report(context, use, parting, further);
        if (unconfirmed is { } place)
        {
            var term = context.Text(place).ToString();
            context.Report(
                Description, Severity.Info, place.Block, place.Start, place.End, "",
                string.Create(CultureInfo.InvariantCulture, $"{unconfirmedWords.Count} {(unconfirmedWords.Count == 1 ? "word" : "words")} of this file, the first of them '{term}', may be read in another sense; name the readers with --for to see which."));
        }
    }

    // The senses that the surroundings speak for, if they speak for any, are compared; of these the sharpest pair counts.
    static Parting? Sharpest(CheckContext context, TermUse use)
    {
        var snapshot = context.Snapshot;
        Parting? best = null;
        foreach (var form in context.Forms(use))
        {
            var owner = snapshot.OwnerOf(form.Entry);
            if (!context.Audience.Has(owner))
                continue;
            foreach (var number in snapshot.ConflictsOf(form.Entry))
            {
                var conflict = snapshot.Conflict(number);
                if (!conflict.IsOpen)
                    continue;
                var parties = snapshot.PartiesOf(number);
                foreach (var pair in conflict.Pairs)
                {
                    var (a, b) = (parties[pair.A], parties[pair.B]);
                    if ((a != form.Entry && b != form.Entry) || best?.Pair.Conflict >= pair.Conflict || !IsSharp(conflict, pair))
                        continue;
                    var (ownerA, ownerB) = (snapshot.OwnerOf(a), snapshot.OwnerOf(b));
                    if (ownerA == ownerB || !context.Audience.Has(ownerA) || !context.Audience.Has(ownerB))
                        continue;
                    if (IsLikely(context, use, a, ownerA) && IsLikely(context, use, b, ownerB))
                        best = ownerB == context.Audience.Author ? new(number, pair, b, a) : new(number, pair, a, b);
                }
            }
        }

        return best;
    }

    // Other words for the same are no conflict.
    static bool IsSharp(SnapshotConflict conflict, SnapshotPair pair) =>
        pair.Kind != ConflictKind.Wording && pair.Conflict >= (conflict.IsConfirmed ? MeaningComparer.ConflictThreshold : SharpFrom);

    // No other sense in the same glossary shares more words with the surroundings.
    static bool IsLikely(CheckContext context, TermUse use, int entry, int owner)
    {
        var forms = context.Forms(use);
        var stands = false;
        var others = 0;
        foreach (var form in forms)
        {
            stands |= form.Entry == entry;
            others += form.Entry != entry && context.Snapshot.OwnerOf(form.Entry) == owner ? 1 : 0;
        }

        if (!stands || others == 0)
            return stands;
        var shared = context.SharedWords(use, entry);
        foreach (var form in forms)
        {
            if (form.Entry != entry && context.Snapshot.OwnerOf(form.Entry) == owner && context.SharedWords(use, form.Entry) > shared)
                return false;
        }

        return true;
    }

    void Report(CheckContext context, TermUse use, Parting parting, List<TermUse> further)
    {
        var snapshot = context.Snapshot;
        var conflict = snapshot.Conflict(parting.Conflict);
        var (a, b) = (snapshot.Entry(parting.A), snapshot.Entry(parting.B));
        var answer = context.Accepted.Ask(conflict.Term, a, b, out var sense);
        if (answer == AcceptedConflicts.Answer.Silent)
            return;
        var (shownA, shownB) = (context.Show(parting.A), context.Show(parting.B));
        var difference = parting.Pair.Differences.IsEmpty ? "" : ": " + parting.Pair.Differences[0].Reason;
        var changed = answer == AcceptedConflicts.Answer.Changed
            ? string.Create(CultureInfo.InvariantCulture, $"; accepted on {sense!.On:yyyy-MM-dd}, since then a definition has changed")
            : "";
        var count = further.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {further.Count} more in this file");
        ImmutableArray<string> evidence =
        [
            .. parting.Pair.Differences.Select(d => d.Reason),
            string.Create(CultureInfo.InvariantCulture, $"{parting.Pair.Kind}, conflict {parting.Pair.Conflict:0.00}, {Word(conflict.State)} since {conflict.Since:yyyy-MM-dd}"),
        ];
        var severity = conflict.IsConfirmed && parting.Pair.Conflict >= SevereFrom ? Severity.Error : Severity.Warning;
        context.Report(
            Description, severity, use.Block, use.Start, use.End, conflict.Term,
            $"'{context.Text(use)}' means something else to {shownB.Organisation} than to {shownA.Organisation}{difference}{changed}{count}.",
            [shownA, shownB], evidence, further: further, conflict: $"partnerships/{snapshot.Partnership}/conflicts/{conflict.Id}");
    }

    static string Word(SnapshotConflictState state) => state switch
    {
        SnapshotConflictState.Confirmed => "confirmed",
        SnapshotConflictState.Deferred => "deferred",
        SnapshotConflictState.AgreedToDiffer => "agreed to differ",
        _ => "found by comparison",
    };
}
