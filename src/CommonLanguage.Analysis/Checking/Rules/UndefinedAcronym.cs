using System.Collections.Frozen;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL004: initials that neither the document nor the glossary spells out, or that the glossary spells out in several ways.</summary>
sealed class UndefinedAcronym : ICheckRule
{
    // Whoever reads a screen knows these; requirement words of RFC 2119 and Roman numbers are no acronyms.
    static readonly FrozenSet<string> Known = (
        "API CPU GPU RAM ROM URL URI HTTP HTTPS HTML CSS XML JSON YAML CSV PDF SQL SSH SSL TLS DNS TCP UDP IP FTP USB OS UI UX ID IT PC TV FAQ TODO "
        + "UTC GMT AM PM US USA UK EU UN OK PR RFC ISO ASCII UTF UTF8 CLI SDK IDE GUI LAN WAN VPN NB PS MUST NOT SHALL MAY SHOULD WILL AND OR IF FOR THE "
        + "II III IV VI VII VIII IX XI XII KB MB GB TB MHZ GHZ FIXME TBD TBA NA ETA FYI IMO AKA CEO CTO NOTE WIP LGTM").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether whoever reads a screen knows the initials.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word) => Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Acronym.Singular(word));

    public RuleDescription Description { get; } = new(
        "CL004", "undefined-acronym", Severity.Info,
        "Two to six capitals are spelled out neither in the document nor in the glossary, or in several ways in the glossary.",
        "Spell it out at its first use.");

    public void Check(CheckContext context)
    {
        var seen = new Dictionary<string, (TextSlice First, List<TermUse> Further)>(StringComparer.Ordinal);
        foreach (var acronym in context.Terms.Acronyms)
        {
            var word = Acronym.Singular(context.Document.Text.AsSpan(acronym.Start, acronym.End - acronym.Start)).ToString();
            if (seen.TryGetValue(word, out var known))
                known.Further.Add(new(-1, acronym.Start, acronym.End, acronym.Block));
            else if (!Known.Contains(word) && !IsPlaceholder(word) && !CommonWords.Contains(NormalForm.Of(word)) && !IsTechnicalOrShouted(context, acronym))
                seen.Add(word, (acronym, []));
        }

        foreach (var (word, (first, further)) in seen)
        {
            if (IsSpelledOut(context.Document.Text, word) || !context.IsNews(Description.Id, word, first.Start, first.End, out var common))
                continue;
            context.Report(
                Description, Severity.Info, first.Block, first.Start, first.End, word,
                $"'{word}' is spelled out neither in this document nor in the glossary{common}.", further: further);
        }

        CheckKnown(context);
    }

    void CheckKnown(CheckContext context)
    {
        var seen = new HashSet<int>();
        foreach (var use in context.Terms.Uses)
        {
            if (!Acronym.HasForm(context.Text(use)) || !seen.Add(use.Label))
                continue;
            var entries = context.FormsOfAudience(use).Where(form => form.IsAbbreviation).Select(form => form.Entry).Distinct().ToList();
            var expansions = entries
                .Select(entry => context.Snapshot.Entry(entry).Terms.FirstOrDefault(term => term.Form == SnapshotTermForm.FullForm && !Acronym.HasForm(term.Text))?.Text)
                .Where(text => text is not null)
                .Select(text => text!.Split('(')[0].Trim())
                .DistinctBy(NormalForm.Of, StringComparer.Ordinal)
                .ToList();
            var word = Acronym.Singular(context.Text(use)).ToString();
            // A root certificate authority is a kind of CA, not what "CA" stands for.
            if (expansions.Exists(text => Acronym.IsExactly(word, text)))
                _ = expansions.RemoveAll(text => !Acronym.IsExactly(word, text));
            if (expansions.Count > 1 && !IsSpelledOut(context.Document.Text, word) && !expansions.Exists(text => context.Document.Text.Contains(text, StringComparison.OrdinalIgnoreCase)))
            {
                context.Report(
                    Description, Severity.Warning, use.Block, use.Start, use.End, word,
                    $"'{word}' stands for {string.Join(" or ", expansions.Take(4).Select(text => $"'{text}'"))}; say which at its first use.",
                    [.. entries.Take(4).Select(context.Show)]);
            }
        }
    }

    // "XX" stands where something is yet to be filled in.
    static bool IsPlaceholder(ReadOnlySpan<char> word) => word.IndexOfAnyExcept(word[0]) < 0;

    static bool IsTechnicalOrShouted(CheckContext context, TextSlice acronym)
    {
        if (TechnicalText.Holds(context.Document.Text, acronym.Start, acronym.End))
            return true;
        var block = context.Document.Blocks[acronym.Block];
        var text = context.Document.Text.AsSpan(block.Start, Math.Min(block.End - block.Start, 400));
        return text.Length > acronym.End - acronym.Start + 4 && LetterCase.IsCapitals(text);
    }

    // "certificate revocation list (CRL)", "CRL (certificate revocation list)" or "CRL: certificate revocation list, which ...", in any
    // place; or as a name, "Certificate Revocation List", with no brackets.
    static bool IsSpelledOut(string text, string word)
    {
        if (word.Length > 2 && Acronym.StandsAsNameIn(word, text))
            return true;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (at > 0 && text[at - 1] is '(' or '"' or '[' && Acronym.IsExpandedBy(word, text.AsSpan(Math.Max(0, at - 121), Math.Min(at - 1, 120))))
                return true;
            var open = end;
            while (open < text.Length && open - end < 3 && text[open] is ' ' or 's' or ',')
                open++;
            if (open < text.Length && text[open] is '(' or '\u2013' or '\u2014' or ':' or '-' && Acronym.Begins(word, text.AsSpan(open + 1, Math.Min(120, text.Length - open - 1))))
                return true;
        }

        return false;
    }
}
