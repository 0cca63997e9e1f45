using System.Buffers;
using System.Globalization;
using System.Text;

namespace CommonLanguage.Cli.Output;

/// <summary>
/// Text from elsewhere, made safe for a terminal: control characters, escape sequences, bidirectional overrides, invisible characters and
/// lone surrogates become visible escapes, so that a stored definition can neither steer the terminal nor look like another text
/// (CWE-150, Unicode TR 36).
/// </summary>
static class VisibleText
{
    // C0 without line feed and tab, DEL, C1; the Arabic letter mark, zero-width space, directional marks, line and paragraph separators,
    // directional embeddings, overrides and isolates, invisible operators, the byte order mark, annotations; any surrogate (looked at in pairs).
    static readonly SearchValues<char> Suspects = SearchValues.Create(
        Range('\0', '\b') + Range('\u000b', '\u001f') + Range('\u007f', '\u009f') + "\u061c\u200b\u200e\u200f" + Range('\u2028', '\u202e')
        + Range('\u2060', '\u206f') + "\ufeff" + Range('\ufff9', '\ufffb') + Range('\ud800', '\udfff'));

    /// <summary>As one line: line breaks and tabs become a blank.</summary>
    public static string OneLine(string text) => Lines(text).Replace('\n', ' ');

    /// <summary>Line breaks stay, tabs become a blank.</summary>
    public static string Lines(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
            return text.Replace('\t', ' ');
        text = text.ReplaceLineEndings("\n");
        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (!Suspects.Contains(text[i]))
                visible.Append(text[i]);
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AppendPair(visible, text[i], text[++i]);
            else
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        }

        return visible.Replace('\t', ' ').ToString();
    }

    /// <summary>A JSON document in which the same characters stand as \u escapes; it says the same to a program.</summary>
    public static string Json(string document)
    {
        if (document.AsSpan().IndexOfAny(Suspects) < 0)
            return document;
        var visible = new StringBuilder(document.Length + 64);
        for (var i = 0; i < document.Length; i++)
        {
            var unit = document[i];
            if (unit is '\r' or '\n' || !Suspects.Contains(unit))
                visible.Append(unit);
            else if (char.IsHighSurrogate(unit) && i + 1 < document.Length && char.IsLowSurrogate(document[i + 1]) && !IsTag(unit, document[i + 1]))
                visible.Append(unit).Append(document[++i]);
            else
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
        }

        return visible.ToString();
    }

    static void AppendPair(StringBuilder visible, char high, char low) => _ = IsTag(high, low)
        ? visible.Append(CultureInfo.InvariantCulture, $"\\u{{{char.ConvertToUtf32(high, low):x}}}")
        : visible.Append(high).Append(low);

    /// <summary>Tags, U+E0000 to U+E007F: invisible copies of ASCII.</summary>
    static bool IsTag(char high, char low) => char.ConvertToUtf32(high, low) is >= 0xe0000 and <= 0xe007f;

    static string Range(char first, char last) => string.Create(last - first + 1, first, static (span, start) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = (char)(start + i);
    });
}
