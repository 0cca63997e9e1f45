using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>The edit that puts another word in the place of a use, with the "a" or "an" before it.</summary>
static class WordChange
{
    // Blanks and quotation marks between an article and its word.
    const int MostBetween = 4;

    /// <summary>The edit; none where markup or a line break stands inside the word, or where something else goes by its letters.</summary>
    /// <param name="context">The document.</param>
    /// <param name="use">Where the word stands.</param>
    /// <param name="form">The term it is.</param>
    /// <param name="word">The other one.</param>
    /// <param name="isSafe">Whether it can be made without asking.</param>
    public static ImmutableArray<FindingFix> Of(CheckContext context, TermUse use, LabelForm form, string word, bool isSafe)
    {
        var document = context.Document;
        var around = Surroundings.Of(context, use);
        var fitted = Wording.Fit(context.Text(use), form.Text, word, around);
        if (context.Text(use).ContainsAny('\r', '\n') || !document.IsEditable(use.Start, use.End) || context.Text(use).SequenceEqual(fitted))
            return [];
        var place = document.PlaceOf(use.Start, use.End);
        isSafe &= IsHarmless(fitted) && !IsRepeated(document.Text, use, fitted);
        var written = document.Format == DocumentFormat.Html ? fitted.Replace("&", "&amp;", StringComparison.Ordinal) : fitted;
        if (context.Snapshot.Entry(form.Entry).Language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && Article(document, use) is var (start, end)
            && document.IsEditable(start, end) && Fitting(document.Text[start..end], context.Text(use), fitted, word, around) is { } article)
        {
            var before = document.PlaceOf(start, end);
            return [new(document.PlaceInSource(before.Start, place.End), article + document.Source[before.End..place.Start] + written, isSafe)];
        }

        return [new(place, written, isSafe)];
    }

    // "CLI tool" would become a "command-line tool tool".
    static bool IsRepeated(string text, TermUse use, string word)
    {
        var last = word.AsSpan(word.LastIndexOfAny([' ', '-']) + 1);
        var first = FirstWord(word);
        return (last.Length < word.Length && use.End < text.Length && text[use.End] == ' ' && StartsWithWord(text.AsSpan(use.End + 1), last))
            || (first.Length < word.Length && use.Start > first.Length && text[use.Start - 1] == ' '
                && StartsWithWord(text.AsSpan(use.Start - 1 - first.Length), first) && !(use.Start - 2 - first.Length >= 0 && char.IsLetterOrDigit(text[use.Start - 2 - first.Length])));
    }

    static bool StartsWithWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length]));

    // Signs may be markup: "C++" begins in AsciiDoc what is passed through.
    static bool IsHarmless(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                && !" -'’.,/()&\u2010\u2011".Contains(c, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    // The article right before a use.
    static (int Start, int End)? Article(Document document, TermUse use)
    {
        var text = document.Text;
        var first = document.Blocks[use.Block].Start;
        var end = use.Start;
        while (end > first && use.Start - end < MostBetween && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '\'' or '\u201C' or '\u2018' or '\u00AB'))
            end--;
        if (end == use.Start || !char.IsWhiteSpace(text[end]))
            return null;
        var start = end;
        while (start > first && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return text.AsSpan(start, end - start) is "a" or "an" or "A" or "An" or "AN" && (start == first || text[start - 1] is not ('-' or '\'' or '\u2019' or '.'))
            ? (start, end)
            : null;
    }

    // Null where the article stays: it is right, or the first word does not change.
    static string? Fitting(string article, ReadOnlySpan<char> use, string fitted, string word, Wording.Around around)
    {
        // Loud words sound as soft ones.
        var takesAn = Wording.TakesAn(word);
        var isAn = article.Length == 2;
        if (takesAn == isAn || FirstWord(use).Equals(FirstWord(fitted), StringComparison.OrdinalIgnoreCase))
            return null;
        var an = char.IsUpper(article[0]) ? around == Wording.Around.Capitals ? "AN" : "An" : "an";
        return takesAn ? an : an[..1];
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOfAny(' ', '-') is >= 0 and var end ? text[..end] : text;
}
