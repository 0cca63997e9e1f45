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

    // A tag longer than this is none.
    const int LongestTag = 1_000;

    /// <summary>The text without markup; a text without any comes back as it is.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text;
        var bare = text.Contains('<', StringComparison.Ordinal) ? WithoutTags(text) : text;
        // Encoded twice by their publisher ("&amp;lt;p&amp;gt;"): once more, no further.
        for (var i = 0; i < 2 && bare.Contains('&', StringComparison.Ordinal) && bare.Contains(';', StringComparison.Ordinal); i++)
            bare = WebUtility.HtmlDecode(WithPlainBlanks(bare));
        return bare;
    }

    /// <summary>A text that <see cref="Of"/> turns into the given one.</summary>
    public static string Encode(string text) => string.Equals(Of(text), text, StringComparison.Ordinal)
        ? text
        : text.Replace("&", "&amp;amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    static string WithPlainBlanks(string text) =>
        text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&#160;", " ", StringComparison.Ordinal).Replace("&#xA0;", " ", StringComparison.OrdinalIgnoreCase);

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
        var rest = text.AsSpan(at, Math.Min(LongestTag, text.Length - at));
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = rest.IndexOf("-->", StringComparison.Ordinal);
            return close < 0 ? null : ("", at + close + 2);
        }

        var start = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        var end = start;
        while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]))
            end++;
        if (!Elements.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(rest[start..end], out var name))
            return null;
        // A '>' inside quotes belongs to an attribute.
        var quote = '\0';
        for (; end < rest.Length; end++)
        {
            var c = rest[end];
            if (quote == '\0' && c == '>')
                return (name, at + end);
            if (quote == '\0' && (c is '"' or '\''))
                quote = c;
            else if (c == quote)
                quote = '\0';
        }

        return null;
    }
}
