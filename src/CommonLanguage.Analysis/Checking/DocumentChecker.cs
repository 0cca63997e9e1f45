using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Rules;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking;

/// <summary>
/// Checks documents against a snapshot, one after the other: the same code for server, command line and editors. Not thread-safe:
/// one checker for each check, many for one snapshot.
/// </summary>
/// <param name="snapshot">What the words mean; stays open as long as the checker is used.</param>
/// <param name="shownName">What findings call the snapshot.</param>
/// <param name="options">How to check.</param>
public sealed class DocumentChecker(GlossarySnapshot snapshot, string shownName, CheckOptions options)
{
    readonly TermMatcher matcher = new(snapshot);
    readonly AcceptedConflicts accepted = new(options.Senses, options.Today);
    readonly CorpusWords corpus = new();
    readonly ConditionalWeakTable<Document, DocumentTerms> learned = [];
    readonly List<Finding> findings = [], all = [];
    readonly HashSet<int> compared = [];
    readonly HashSet<int> everyday = [];
    int files, words, terms, withoutAudience;

    /// <summary>
    /// Makes a document known before it is checked: words that are common in all of those made known need a cue. It is
    /// matched here once for all.
    /// </summary>
    public void Learn(Document document)
    {
        var terms = matcher.Match(document);
        corpus.Learn(document, terms);
        learned.Add(document, terms);
    }

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="lines">First and last lines of the parts to report on, from 1; empty = the whole document.</param>
    /// <returns>What was found in it, by place.</returns>
    /// <exception cref="UnreadableInputException">An organisation named as author or reader is not in the snapshot.</exception>
    public ImmutableArray<Finding> Check(Document document, ImmutableArray<(int First, int Last)> lines = default)
    {
        var found = learned.TryGetValue(document, out var known) ? known : matcher.Match(document);
        var context = new CheckContext(document, found, snapshot, matcher, AudienceOf(document), options, accepted, corpus);
        foreach (var rule in RuleList.OfDocuments)
            rule.Check(context);
        Count(context);
        UnusedSuppression.Apply(document, context.Findings, snapshot, options.Today);
        // What stands in the baseline has been said: it is not said of the next document instead.
        var isKnown = context.Findings.ToLookup(options.Baseline.Knows);
        var shown = isKnown[false].Select(finding => WithPlaceIn(finding, lines)).OfType<Finding>().OrderBy(finding => finding.Place.Start).ToList();
        foreach (var finding in isKnown[true].Concat(shown))
        {
            context.Tell(finding);
            all.Add(finding);
        }

        ImmutableArray<Finding> kept = shown.Count == 0 ? [] : [.. Capped(shown)];
        findings.AddRange(kept);
        files++;
        words += found.Words;
        terms += found.Uses.Count;
        return kept;
    }

    /// <summary>What a word of a document means to author and readers; to everybody where nobody is named.</summary>
    /// <param name="document">The document.</param>
    /// <param name="line">Line of a place in the word, from 1.</param>
    /// <param name="column">UTF-16 unit in that line, from 1.</param>
    /// <param name="place">Where the word stands.</param>
    /// <returns>The author's meanings first; none where no term stands.</returns>
    public ImmutableArray<FindingEntry> MeaningsAt(Document document, int line, int column, out Place place)
    {
        var found = learned.TryGetValue(document, out var known) ? known : matcher.Match(document);
        var audience = AudienceOf(document);
        foreach (var use in found.Uses)
        {
            place = document.PlaceOf(use.Start, use.End);
            if ((place.Line, place.Column).CompareTo((line, column)) > 0 || (place.EndLine, place.EndColumn).CompareTo((line, column)) < 0)
                continue;
            var context = new CheckContext(document, found, snapshot, matcher, audience, options, accepted, corpus);
            return [.. context.FormsOfAudience(use).Select(form => form.Entry).Distinct().OrderBy(entry => snapshot.OwnerOf(entry) != audience.Author).Select(context.Show)];
        }

        place = default;
        return [];
    }

    /// <summary>All that was found, with what is to be said of the snapshot first.</summary>
    public CheckReport Finish()
    {
        ImmutableArray<Finding> ofSnapshot = StaleSnapshot.Check(snapshot, shownName, options) is { } stale ? [stale] : [];
        ImmutableArray<Finding> shown = [.. ofSnapshot.Where(finding => !options.Baseline.Knows(finding)), .. findings];
        return new(shown, new(
            files, words, terms, snapshot.ETag, snapshot.AsOf,
            shown.Count(finding => finding.Severity == Severity.Error),
            shown.Count(finding => finding.Severity == Severity.Warning),
            shown.Count(finding => finding.Severity == Severity.Info),
            compared.Count, everyday.Count(label => !compared.Contains(label)), withoutAudience)) { All = [.. ofSnapshot, .. all] };
    }

    void Count(CheckContext context)
    {
        withoutAudience += context.Audience.IsKnown ? 0 : 1;
        foreach (var use in context.Terms.Uses)
        {
            if (!compared.Contains(use.Label) && context.IsShared(use))
                _ = (context.IsClear(use) ? compared : everyday).Add(use.Label);
        }
    }

    // What was asked for goes before what the document says of itself, and that before the settings of the folder.
    Audience AudienceOf(Document document)
    {
        var (author, readers) = options.Settings.AudienceOf(document.Name);
        if (document.FrontMatter is { } yaml)
        {
            var (ownAuthor, ownReaders) = CheckSettings.OfFrontMatter(yaml, document.Name);
            author = ownAuthor.Length > 0 ? ownAuthor : author;
            readers = ownReaders.IsEmpty ? readers : ownReaders;
        }

        return Audience.Of(snapshot, options.Author.Length > 0 ? options.Author : author, options.Readers.IsEmpty ? readers : options.Readers);
    }

    // The finding with a place in the lines as its own, where it has one only among the further ones; null where it has none.
    static Finding? WithPlaceIn(Finding finding, ImmutableArray<(int First, int Last)> lines)
    {
        if (lines.IsDefaultOrEmpty || Touches(finding.Place))
            return finding;
        var changed = finding.Related.FirstOrDefault(Touches);
        return changed == default
            ? null
            // What would be edited stands in a line that was not asked for.
            : finding with { Place = changed, Related = [finding.Place, .. finding.Related.Where(place => place != changed)], Fixes = [.. finding.Fixes.Where(fix => Touches(fix.Place))] };

        bool Touches(Place place) => lines.Any(range => place.Line <= range.Last && place.EndLine >= range.First);
    }

    // Of one word in one rule; and of the words of which a rule has only good-to-know to say, those that matter most in the document.
    IEnumerable<Finding> Capped(IEnumerable<Finding> all) => all
        .GroupBy(finding => (finding.Rule, finding.Term))
        .Select(same => Cut(same.ToList(), same.Key.Rule == "CL005" ? options.FindingsPerSpelling : options.FindingsPerTerm, "more in this file"))
        .GroupBy(same => same[0] is { Severity: Severity.Info, Rule: "CL004" or "CL005" or "CL006" or "CL008" } ? same[0].Rule : "")
        .SelectMany(rule => rule.Key.Length == 0 ? [.. rule] : MostUsed([.. rule]))
        .SelectMany(same => same)
        .OrderBy(finding => finding.Place.Start).ThenBy(finding => finding.Rule, StringComparer.Ordinal);

    List<List<Finding>> MostUsed(List<List<Finding>> words)
    {
        var more = words.Count - options.WordsPerRule;
        if (more <= 0)
            return words;
        var kept = words.OrderByDescending(same => same.Sum(finding => 1 + finding.Related.Length)).Take(options.WordsPerRule).OrderBy(same => same[0].Place.Start).ToList();
        kept[^1][^1] = Adding(kept[^1][^1], more, more == 1 ? "more word in this file" : "more words in this file");
        return kept;
    }

    static List<Finding> Cut(List<Finding> same, int most, string what)
    {
        var more = same.Count - most;
        if (more <= 0)
            return same;
        var last = same[most - 1];
        last = last with { Related = [.. last.Related, .. same.Skip(most).Select(finding => finding.Place)] };
        same.RemoveRange(most, more);
        same[^1] = Adding(last, more, what);
        return same;
    }

    static Finding Adding(Finding last, int more, string what) =>
        last with { Message = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{last.Message} {more} {what}.") };
}
