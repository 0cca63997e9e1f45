using System.Net;
using System.Text;

namespace CommonLanguage.Interchange.Csv;

/// <summary>Texts of real glossaries come with HTML entities and tags: they are decoded, not stored.</summary>
static class PlainText
{
    // The elements that glossaries carry; anything else in angle brackets ("<name>") is text.
    static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "blockquote", "br", "center", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "script", "small", "span", "strike", "strong", "style", "sub", "sup", "table",
        "tbody", "td", "th", "thead", "tr", "tt", "u", "ul", "wbr",
    };

    static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
    };

    /// <summary>The text without markup; a text without any comes back as it is.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&', '\u00A0') < 0)
            return text;
        var bare = text.Contains('<', StringComparison.Ordinal) ? WithoutTags(text) : text;
        if (bare.Contains('&', StringComparison.Ordinal))
        {
            bare = WebUtility.HtmlDecode(bare);
            // Decoded twice by their publisher ("&amp;lt;p&amp;gt;"): once more, no further.
            if (bare.Contains('&', StringComparison.Ordinal) && bare.Contains(';', StringComparison.Ordinal))
                bare = WebUtility.HtmlDecode(bare);
        }

        return bare.Replace('\u00A0', ' ');
    }

    static string WithoutTags(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '<' || Tag(text, at) is not { } tag)
            {
                _ = kept.Append(text[at]);
                continue;
            }

            if (Blocks.Contains(tag.Name) && kept.Length > 0 && kept[^1] != '\n')
                _ = kept.Append('\n');
            at = tag.End;
        }

        return kept.ToString();
    }

    static (string Name, int End)? Tag(string text, int at)
    {
        if (text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = text.IndexOf("-->", at, StringComparison.Ordinal);
            return close < 0 ? null : ("", close + 2);
        }

        var start = at + 1;
        if (start < text.Length && text[start] == '/')
            start++;
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var name = text[start..end];
        var last = text.IndexOf('>', end);
        return last > 0 && Elements.Contains(name) ? (name, last) : null;
    }
}
