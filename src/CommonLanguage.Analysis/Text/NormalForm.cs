using System.Globalization;
using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// The key under which a word is looked up. Two texts with one key are the same word: case, width, hyphens and spaces, possessive and
/// English plural of the last word do not count. Accents count, and nothing is stemmed: "authentication" is not "authenticator".
/// Idempotent: the normal form of a normal form is itself. Pure and thread-safe.
/// </summary>
public static class NormalForm
{
    /// <summary>The key of a term; empty when nothing of it can be seen.</summary>
    public static string Of(string term)
    {
        var folded = Fold(term);
        return WithoutPlural(folded);
    }

    /// <summary>The key with which the keys of all terms begin that begin with a text: as <see cref="Of"/>, the last word as typed.</summary>
    public static string OfPrefix(string prefix) => Fold(prefix);

    /// <summary>Case, width, dashes, spaces, quotes and possessives made alike; the number is kept.</summary>
    static string Fold(string text)
    {
        if (!Ascii.IsValid(text))
            text = Compatible(text);
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var raw in text)
        {
            var c = char.ToLowerInvariant(raw);
            switch (c)
            {
                case '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or '\u2060' or (>= '\uFE00' and <= '\uFE0F'):
                    continue;
                case '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`':
                    c = '\'';
                    break;
                case '-' or (>= '\u2010' and <= '\u2015') or '\u2212' or '_':
                    // A dash inside a word is a space; one at the beginning ("-1") stands for itself.
                    c = length == 0 ? '-' : ' ';
                    break;
                case '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB':
                    c = ' ';
                    break;
                default:
                    if (char.IsWhiteSpace(c))
                        c = ' ';
                    break;
            }

            if (c == ' ')
            {
                if (length == 0 || folded[length - 1] == ' ')
                    continue;
                length = EndWord(folded, length);
                if (length == 0)
                    continue;
            }

            folded[length++] = c;
        }

        if (length > 0 && folded[length - 1] == ' ')
            length--;
        length = EndWord(folded, length);
        while (length > 0 && folded[length - 1] is '.' or ',' or ';' or ':' or ' ' && !IsAbbreviationPoint(folded[..length]))
            length--;
        return folded[..length].SequenceEqual(text) ? text : new string(folded[..length]);
    }

    // "organisation's" and "organisations'" lose the possessive.
    static int EndWord(Span<char> text, int length)
    {
        if (length >= 3 && text[length - 1] == 's' && text[length - 2] == '\'' && char.IsLetterOrDigit(text[length - 3]))
            return length - 2;
        return length >= 2 && text[length - 1] == '\'' && text[length - 2] == 's' ? length - 1 : length;
    }

    // The point of "e.g." or "U.S." belongs to the word; that of a sentence does not.
    static bool IsAbbreviationPoint(ReadOnlySpan<char> text) =>
        text is [.., '.', _, '.'] && char.IsLetter(text[^2]);

    static string Compatible(string text)
    {
        // Unpaired surrogates cannot be normalised; they are no part of any word.
        if (ContainsLoneSurrogate(text))
            text = string.Concat(text.EnumerateRunes());
        return Shortened(text).Normalize(NormalizationForm.FormKC);
    }

    // Ten thousand combining marks on one letter are one letter with a few: normalising them all would take quadratic time.
    static string Shortened(string text)
    {
        var run = 0;
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            run = char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? run + 1 : 0;
            if (run > 16)
                kept ??= new StringBuilder(text, 0, i, text.Length);
            else
                _ = kept?.Append(text[i]);
        }

        return kept?.ToString() ?? text;
    }

    static bool ContainsLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }

    static string WithoutPlural(string text)
    {
        var start = text.LastIndexOf(' ') + 1;
        var word = text.AsSpan(start);
        var singular = Plural.Singular(word);
        if (singular is null)
            return text;
        return start == 0 ? singular : string.Concat(text.AsSpan(0, start), singular);
    }
}
