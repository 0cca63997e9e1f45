using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// A text in lower case, with its width, dashes, blanks, quotes and possessives made alike. The words stay apart, and the number is kept.
/// </summary>
static class Folding
{
    /// <summary>The folded text; empty when nothing but signs is in it.</summary>
    public static string Of(string text)
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
}
