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
        return folded.Length > 0 ? WithoutPlural(folded) : OfSigns(term);
    }

    /// <summary>The key with which the keys of all terms begin that begin with a text: as <see cref="Of"/>, the last word as typed.</summary>
    public static string OfPrefix(string prefix) => Fold(prefix);

    /// <summary>Case, width, dashes, spaces, quotes and possessives made alike; the number is kept.</summary>
    static string Fold(string text)
    {
        if (!Ascii.IsValid(text))
            text = CompatibleForm.Of(text);
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var raw in text)
        {
            var c = char.ToLowerInvariant(raw);
            switch (c)
            {
                case '`':
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
            }

            folded[length++] = c;
        }

        length = EndText(folded, length);
        return folded[..length].SequenceEqual(text) ? text : new string(folded[..length]);
    }

    /// <summary>Without the possessive: "organisation's" and "organisations'".</summary>
    static int EndWord(Span<char> text, int length)
    {
        while (true)
        {
            if (length >= 3 && text[length - 1] == 's' && text[length - 2] == '\'' && char.IsLetterOrDigit(text[length - 3]))
                length -= 2;
            else if (length >= 2 && text[length - 1] == '\'' && text[length - 2] == 's')
                length--;
            else
                return length;
        }
    }

    static int EndText(Span<char> text, int length)
    {
        while (true)
        {
            var end = EndWord(text, length);
            while (end > 0 && text[end - 1] is '.' or ',' or ';' or ':' or ' ' && !IsAbbreviationPoint(text[..end]))
                end--;
            if (end == length)
                return length;
            length = end;
        }
    }

    // The point of "e.g." or "U.S." belongs to the word; that of a sentence does not.
    static bool IsAbbreviationPoint(ReadOnlySpan<char> text) =>
        text is [.., '.', _, '.'] && char.IsLetter(text[^2]);

    /// <summary>The key of a term that is nothing but punctuation ("..."): itself, so that such terms are told apart.</summary>
    static string OfSigns(string term) =>
        string.Join(' ', CompatibleForm.Of(term).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
