using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL001: a word that author and readers understand in different senses.</summary>
sealed class ConflictingTerm : ICheckRule
{
    // From here on a confirmed conflict is an error.
    const double SevereFrom = .6;

    // What nobody has confirmed must part more sharply to interrupt an author than to wait in a translator's queue.
    public const double SharpFrom = .5;

    // By so many times the surroundings must speak more for one sense than for another.
    const int MostOfAuthor = 2;
    const int LeastOfReader = 2 * CheckContext.PointsOfACue;

    public RuleDescription Description { get; } = new(
        "CL001", "conflicting-term", Severity.Warning,
        "A word has diverging definitions among the organisations that write and read the document.",
        "Qualify the word, link the definition that is meant, or declare the sense with 'commonlanguage check --accept TERM --reason ...'.");

    readonly record struct Parting(int Conflict, SnapshotPair Pair, int A, int B);

    public void Check(CheckContext context)
    {
        var first = new Dictionary<int, (TermUse Use, Parting Parting, List<TermUse> Further)>();
        var settled = new Dictionary<int, (TermUse Use, int Conflict, string Message, List<TermUse> Further)>();
        TermUse? unconfirmed = null;
        var unconfirmedWords = new HashSet<int>();
        foreach (var use in context.Terms.Uses)
        {
            if (first.TryGetValue(use.Label, out var known))
            {
                known.Further.Add(use);
                continue;
            }

            if (settled.TryGetValue(use.Label, out var agreed))
            {
                agreed.Further.Add(use);
                continue;
            }

            if (Sharpest(context, use) is not { } parting)
            {
                if (SettledTerm.MessageOf(context, use, out var number) is { } message && context.IsClear(use))
                    settled.Add(use.Label, (use, number, message, []));
                continue;
            }

            if (!context.IsClear(use))
                continue;
            if (!context.Audience.IsKnown && !context.Snapshot.Conflict(parting.Conflict).IsConfirmedOn(context.Options.Today))
            {
                unconfirmed ??= use;
                _ = unconfirmedWords.Add(parting.Conflict);
                continue;
            }

            first.Add(use.Label, (use, parting, []));
        }

        // "JWT" and "JSON Web Token" part in one and the same way.
        foreach (var same in first.Values.GroupBy(found => (found.Parting.A, found.Parting.B)))
        {
            var (use, parting, further) = same.First();
            foreach (var (other, _, more) in same.Skip(1))
                further.AddRange(more.Prepend(other));
            if (!IsReadAsWritten(context, parting, further.Prepend(use)))
                Report(context, use, parting, further);
        }

        foreach (var (use, conflict, message, further) in settled.Values)
            SettledTerm.Report(context, Description, use, conflict, message, further);
        if (unconfirmed is { } place)
        {
            var term = context.Text(place).ToString();
            context.Report(
                Description, Severity.Info, place.Block, place.Start, place.End, "",
                string.Create(CultureInfo.InvariantCulture, $"{unconfirmedWords.Count} {(unconfirmedWords.Count == 1 ? "word" : "words")} of this file, the first of them '{term}', may be read in another sense; name the readers with --for to see which."));
        }
    }

    // Of the senses that the surroundings speak for, if they speak for any, the sharpest pair counts; none where two of them agree.
    static Parting? Sharpest(CheckContext context, TermUse use)
    {
        var snapshot = context.Snapshot;
        Parting? best = null;
        foreach (var form in context.Forms(use))
        {
            if (!context.Audience.Has(snapshot.OwnerOf(form.Entry)))
                continue;
            foreach (var number in snapshot.ConflictsOf(form.Entry))
            {
                var conflict = snapshot.Conflict(number);
                if (!conflict.IsOpenOn(context.Options.Today))
                    continue;
                foreach (var pair in conflict.Pairs)
                {
                    if ((best is null || best.Value.Pair.Conflict < pair.Conflict) && IsSharp(context, conflict, pair) && Parts(context, use, form.Entry, number, pair) is { } parting
                        && !Agree(context, use, parting))
                        best = parting;
                }
            }
        }

        return best;
    }

    // Between one of the audience's likely senses and another's.
    static Parting? Parts(CheckContext context, TermUse use, int entry, int number, SnapshotPair pair)
    {
        var parties = context.Snapshot.PartiesOf(number);
        var (a, b) = (parties[pair.A], parties[pair.B]);
        if (a != entry && b != entry)
            return null;
        var (ownerA, ownerB) = (context.Snapshot.OwnerOf(a), context.Snapshot.OwnerOf(b));
        if (ownerA == ownerB || !context.Audience.Has(ownerA) || !context.Audience.Has(ownerB) || !IsLikely(context, use, a, ownerA) || !IsLikely(context, use, b, ownerB))
            return null;
        return ownerB == context.Audience.Author ? new(number, pair, b, a) : new(number, pair, a, b);
    }

    // Whether the surroundings speak for the reader's sense, and little for the author's: then the reader takes the word as it is meant.
    static bool IsReadAsWritten(CheckContext context, Parting parting, IEnumerable<TermUse> uses)
    {
        if (context.Audience.Author < 0 || context.Snapshot.OwnerOf(parting.A) != context.Audience.Author)
            return false;
        var (ofAuthor, ofReader) = (context.SharedWords(parting.A, uses), context.SharedWords(parting.B, uses));
        return ofReader >= LeastOfReader && ofReader > MostOfAuthor * ofAuthor;
    }

    // Whether other senses of the same two, as likely here, say the same.
    static bool Agree(CheckContext context, TermUse use, Parting parting)
    {
        var (first, second) = (context.Snapshot.OwnerOf(parting.A), context.Snapshot.OwnerOf(parting.B));
        foreach (var pair in context.Snapshot.Conflict(parting.Conflict).Pairs)
        {
            if ((pair.Kind == ConflictKind.Wording || pair.Conflict < MeaningComparer.ConflictThreshold)
                && Parts(context, use, context.Snapshot.PartiesOf(parting.Conflict)[pair.A], parting.Conflict, pair) is { } other
                && (context.Snapshot.OwnerOf(other.A), context.Snapshot.OwnerOf(other.B)) == (first, second))
                return true;
        }

        return false;
    }

    // Other words for the same are no conflict.
    static bool IsSharp(CheckContext context, SnapshotConflict conflict, SnapshotPair pair) =>
        pair.Kind != ConflictKind.Wording && pair.Conflict >= (conflict.IsConfirmedOn(context.Options.Today) ? MeaningComparer.ConflictThreshold : SharpFrom);

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
        // What people have confirmed is said in every document; what only a comparison has found is one decision for all that share a word.
        var common = "";
        if (!conflict.IsConfirmedOn(context.Options.Today) && !context.IsNews(Description.Id, use.Label, use.Start, use.End, out common))
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
            .. NotesOfReaders(context, parting.Conflict),
            string.Create(CultureInfo.InvariantCulture, $"{parting.Pair.Kind}, conflict {parting.Pair.Conflict:0.00}, {Word(conflict)} since {conflict.Since:yyyy-MM-dd}"),
        ];
        // Who may not change, or has agreed not to, need not be told more loudly.
        var severity = conflict.IsConfirmedOn(context.Options.Today) && !conflict.Stays && parting.Pair.Conflict >= SevereFrom ? Severity.Error : Severity.Warning;
        context.Report(
            Description, severity, use.Block, use.Start, use.End, conflict.Term,
            $"'{context.Text(use)}' means something else to {shownB.Organisation} than to {shownA.Organisation}{difference}{changed}{count}{common}.",
            [shownA, shownB], evidence, further: further, conflict: $"partnerships/{snapshot.Partnership}/conflicts/{conflict.Id}");
    }

    static IEnumerable<string> NotesOfReaders(CheckContext context, int number)
    {
        var parties = context.Snapshot.PartiesOf(number).ToArray();
        return context.Snapshot.Conflict(number).Settlement?.Notes
            .Where(note => context.Audience.Readers.Contains(context.Snapshot.OwnerOf(parties[note.Party])) && note.Other.Length > 0)
            .Select(note => note.Other) ?? [];
    }

    static string Word(SnapshotConflict conflict) => conflict.State switch
    {
        SnapshotConflictState.Settled when conflict.Stays => "agreed to differ",
        SnapshotConflictState.Confirmed or SnapshotConflictState.Settled => "confirmed",
        SnapshotConflictState.Deferred => "deferred",
        _ => "found by comparison",
    };
}
