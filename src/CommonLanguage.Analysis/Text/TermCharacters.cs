using System.Globalization;
using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>Which characters a term may hold. Pure and thread-safe.</summary>
public static class TermCharacters
{
    /// <summary>What a combining mark that is one too many is called.</summary>
    public const string MarkTooMany = "more than 30 combining marks on one letter";

    // Unicode Annex 15, section 13, stream-safe text: no more of them in a row come from any language.
    const int MarksOfALetter = 30;

    /// <summary>
    /// The first character that a term cannot hold, with what it is called, or null: control characters (line breaks and tabs among
    /// them), lone surrogates, and the bidirectional overrides and isolates U+202A..U+202E and U+2066..U+2069 (Unicode TR 36, 3.3:
    /// a term with them can be shown as another), and a 31st combining mark on one letter.
    /// </summary>
    public static (int Index, string Name)? FirstNotAllowed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F')
                continue;
            if (c < ' ' || c is '\u007F' or (>= '\u0080' and <= '\u009F') or '\u2028' or '\u2029')
                return (i, c is '\n' or '\r' or '\u2028' or '\u2029' ? "a line break" : c is '\t' ? "a tab" : FormattableString.Invariant($"control character U+{(int)c:X4}"));
            if (c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                return (i, FormattableString.Invariant($"bidirectional override U+{(int)c:X4}"));
            if (!char.IsSurrogate(c))
                continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return (i, FormattableString.Invariant($"lone surrogate U+{(int)c:X4}"));
            i++;
        }

        return FirstMarkTooMany(text) is { } mark ? (mark, MarkTooMany) : null;
    }

    /// <summary>
    /// Where the first combining mark stands that is more than 30 in a row, or null: what lies under it costs every normal form and
    /// every drawing of the text more than it says (Unicode Annex 15, section 13).
    /// </summary>
    public static int? FirstMarkTooMany(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // No combining mark stands below U+0300.
            marks = text[i] >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                ? marks + 1
                : 0;
            if (marks > MarksOfALetter)
                return i;
        }

        return null;
    }

    /// <summary>Whether nothing of the text can be seen: only white space, zero-width and other format characters.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether one word of the text mixes Latin letters with Cyrillic or Greek ones, as look-alikes do ("dаta" with a Cyrillic а;
    /// Unicode TR 39, mixed-script detection, simplified).
    /// </summary>
    public static bool MixesScripts(string text)
    {
        bool latin = false, other = false;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                latin = other = false;
                continue;
            }

            latin |= char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F';
            other |= c is >= '\u0370' and <= '\u052F';
            if (latin && other)
                return true;
        }

        return false;
    }
}
