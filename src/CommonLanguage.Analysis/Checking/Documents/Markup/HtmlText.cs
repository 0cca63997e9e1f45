using System.Collections.Frozen;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Documents.Source;
using Markdig.Helpers;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>
/// The text between and inside the tags of HTML, with where each character comes from. Parsers that build a tree (AngleSharp among
/// them) keep the places of elements, not those of texts with character references inside, so the tags are walked over here; what
/// they mean follows the HTML Living Standard as far as reading goes. Bounded: linear in the source.
/// </summary>
sealed class HtmlText(TextBuilder text)
{
    // A tag longer than this is taken for text: an unclosed quote would make every further "<" look to the end of the file.
    const int LongestTag = 65_536;

    static readonly FrozenSet<string> Unread = Names(
        "script", "style", "code", "pre", "kbd", "samp", "var", "tt", "math", "svg", "template", "textarea", "object", "canvas", "iframe", "select");

    static readonly FrozenSet<string> Raw = Names("script", "style", "iframe", "textarea");

    static readonly FrozenSet<string> Inline = Names(
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "label", "mark", "nobr", "q", "rp", "rt",
        "ruby", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "u", "wbr", "picture", "source", "meta", "link");

    readonly string source = text.Source;
    string? unread;
    int unreadDepth;
    int quotationDepth;
    Ahead closings, singleQuotes, doubleQuotes;

    /// <summary>Whether an element is open whose text is not read.</summary>
    public bool IsUnread => unread is not null;

    /// <summary>Forgets elements that were not closed.</summary>
    public void Reset() => (unread, unreadDepth, quotationDepth) = (null, 0, 0);

    /// <summary>Reads a part of the source that is HTML.</summary>
    public void Read(int from, int to)
    {
        while (from < to)
        {
            var length = source.AsSpan(from, to - from).IndexOf('<');
            var markup = length < 0 ? to : from + length;
            ReadCharacters(from, markup);
            if (markup == to)
                return;
            from = ReadMarkup(markup, to);
        }
    }

    /// <summary>Reads one tag or comment that stands inside a paragraph of another language.</summary>
    public void ReadInlineMarkup(int from, int to) => _ = ReadMarkup(from, to);

    /// <summary>Reads text with character references.</summary>
    public void ReadCharacters(int from, int to)
    {
        if (IsUnread)
            return;
        while (from < to)
        {
            var length = source.AsSpan(from, to - from).IndexOf('&');
            var reference = length < 0 ? to : from + length;
            text.Copy(from, reference);
            if (reference == to)
                return;
            from = ReadReference(reference, to);
        }
    }

    int ReadReference(int at, int to)
    {
        var window = source.AsSpan(at, Math.Min(to - at, 40));
        var end = window.IndexOf(';');
        if (end > 1 && Decode(window[1..end]) is { } decoded)
        {
            text.Replace(decoded, at, at + end + 1);
            return at + end + 1;
        }

        text.Copy(at, at + 1);
        return at + 1;
    }

    static string? Decode(ReadOnlySpan<char> name)
    {
        if (name[0] != '#')
            return EntityHelper.DecodeEntity(name);
        var isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        return int.TryParse(name[(isHexadecimal ? 2 : 1)..], isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? EntityHelper.DecodeEntity(code)
            : null;
    }

    int ReadMarkup(int at, int to)
    {
        var rest = source.AsSpan(at, to - at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var length = rest[4..].IndexOf("-->", StringComparison.Ordinal);
            var end = length < 0 ? to : at + 4 + length + 3;
            text.AddComment(at, end, source[(at + 4)..(length < 0 ? to : end - 3)]);
            return end;
        }

        var tagEnd = TagEnd(at, to) - at;
        if (tagEnd < 0)
        {
            ReadCharacters(at, at + 1);
            return at + 1;
        }

        var isClosing = rest[1] == '/';
        var nameStart = isClosing ? 2 : 1;
        var nameEnd = nameStart;
        while (nameEnd < tagEnd && (char.IsAsciiLetterOrDigit(rest[nameEnd]) || rest[nameEnd] is '-' or ':'))
            nameEnd++;
        if (nameEnd > nameStart)
        {
            var name = rest[nameStart..nameEnd].ToString().ToLowerInvariant();
            if (isClosing)
                Close(name);
            else
                Open(name, at, at + tagEnd);
            if (!isClosing && Raw.Contains(name) && source[at + tagEnd - 2] != '/')
            {
                var length = rest[tagEnd..].IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
                return length < 0 ? to : at + tagEnd + length;
            }
        }

        return at + tagEnd;
    }

    void Open(string name, int at, int end)
    {
        var isEmpty = source[end - 2] == '/';
        if (unread is not null)
        {
            if (!isEmpty && string.Equals(unread, name, StringComparison.Ordinal))
                unreadDepth++;
            return;
        }

        if (Unread.Contains(name))
        {
            text.Skip(at, end);
            if (!isEmpty)
                (unread, unreadDepth) = (name, 1);
        }
        else if (name is "img" or "area")
        {
            ReadAlternative(at, end);
        }
        else if (name == "br")
        {
            text.Space(at, end);
        }
        else if (!Inline.Contains(name))
        {
            quotationDepth += name == "blockquote" ? 1 : 0;
            text.Begin(KindOf(name));
        }
    }

    void Close(string name)
    {
        if (unread is not null)
        {
            if (string.Equals(unread, name, StringComparison.Ordinal) && --unreadDepth == 0)
                unread = null;
            return;
        }

        if (Inline.Contains(name) || name is "br" or "img")
            return;
        quotationDepth -= name == "blockquote" && quotationDepth > 0 ? 1 : 0;
        text.Begin(quotationDepth > 0 ? BlockKind.Quotation : BlockKind.Paragraph);
    }

    BlockKind KindOf(string name) => name switch
    {
        _ when quotationDepth > 0 => BlockKind.Quotation,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "title" => BlockKind.Heading,
        "td" or "th" => BlockKind.Cell,
        "dt" => BlockKind.DefinedTerm,
        "dd" => BlockKind.Definition,
        _ => BlockKind.Paragraph,
    };

    void ReadAlternative(int at, int end)
    {
        text.Skip(at, at);
        var tag = source.AsSpan(at, end - at);
        for (var i = tag.IndexOf(' '); i >= 0 && i < tag.Length;)
        {
            var found = tag[i..].IndexOf("alt=", StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return;
            i += found + 4;
            if (!char.IsWhiteSpace(tag[i - 5]) || i >= tag.Length || tag[i] is not ('"' or '\''))
                continue;
            var length = tag[(i + 1)..].IndexOf(tag[i]);
            if (length < 0)
                return;
            ReadCharacters(at + i + 1, at + i + 1 + length);
            text.Skip(end, end);
            return;
        }
    }

    // After the ">" of a tag, or -1 when it is none: quoted values may hold a ">".
    int TagEnd(int at, int to)
    {
        if (to - at < 3 || !(char.IsAsciiLetter(source[at + 1]) || source[at + 1] is '!' or '?' || (source[at + 1] == '/' && char.IsAsciiLetter(source[at + 2]))))
            return -1;
        to = Math.Min(to, at + LongestTag);
        for (var from = at + 2; ;)
        {
            var end = closings.Find(source, '>', from, to);
            if (end < 0)
                return -1;
            var quote = QuoteBefore(from, end);
            if (quote < 0)
                return end + 1;
            var close = source[quote] == '"' ? doubleQuotes.Find(source, '"', quote + 1, to) : singleQuotes.Find(source, '\'', quote + 1, to);
            if (close < 0)
                return -1;
            from = close + 1;
        }
    }

    // Where a quoted value begins, or -1.
    int QuoteBefore(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (source[i] is '"' or '\'' && source[i - 1] == '=')
                return i;
        }

        return -1;
    }

    /// <summary>Looks for a character ahead and remembers where it did not stand, so that looking often costs no more than looking once.</summary>
    struct Ahead
    {
        int from, until;

        public int Find(string source, char wanted, int start, int end)
        {
            var at = start >= from && start < until ? until : start;
            var length = at < end ? source.AsSpan(at, end - at).IndexOf(wanted) : -1;
            if (at == start)
                from = start;
            until = length < 0 ? Math.Max(end, at) : at + length;
            return length < 0 ? -1 : at + length;
        }
    }

    static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
