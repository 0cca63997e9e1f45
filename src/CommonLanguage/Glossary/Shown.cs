using System.Globalization;
using System.Text;

namespace CommonLanguage.Glossary;

/// <summary>Foreign text inside a message: quoted, short, on one line, without characters that act on a terminal or a log.</summary>
public static class Shown
{
    const int Longest = 60;

    /// <summary>The text in single quotes, at most 60 characters of it, control and format characters written as U+XXXX.</summary>
    public static string Quoted(string text) => $"'{OneLine(text, Longest)}'";

    /// <summary>The text on one line, at most so many characters of it, control and format characters written as U+XXXX.</summary>
    public static string OneLine(string text, int longest = 200)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest) + 8);
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (length++ == longest)
            {
                _ = shown.Append('…');
                break;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                _ = shown.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            else
                _ = shown.Append(rune);
        }

        return shown.ToString();
    }
}
