using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>
/// Finds what programs put into documents of any markup: front matter, templates (Jekyll, Liquid, Hugo, Jinja, ERB, PHP), and imports,
/// exports and comments of MDX. None of it is text. Bounded: each part is looked for once, and none is longer than a limit.
/// </summary>
sealed partial class UnreadMarkup
{
    // A tag without an end is text.
    const int LongestTag = 4_096;

    readonly TextBuilder text;
    readonly string source;
    readonly bool isMarkdown, isMdx;
    readonly Dictionary<string, int> ahead = new(StringComparer.Ordinal);
    int emptyLine = -1, unbalanced;

    UnreadMarkup(TextBuilder text, bool isMarkdown, bool isMdx) => (this.text, source, this.isMarkdown, this.isMdx) = (text, text.Source, isMarkdown, isMdx);

    /// <summary>Marks the parts of a source that are not read.</summary>
    /// <param name="text">Gets the parts, the comments and the front matter.</param>
    /// <param name="isMarkdown">Whether it is Markdown, in which MDX may stand.</param>
    /// <param name="isMdx">Whether "{" begins an expression.</param>
    /// <param name="fences">Code in which nothing is looked for, in the order of the source.</param>
    public static void Mark(TextBuilder text, bool isMarkdown, bool isMdx, List<(int Start, int End)> fences) => new UnreadMarkup(text, isMarkdown, isMdx).Mark(fences);

    void Mark(List<(int Start, int End)> fences)
    {
        var start = FrontMatter();
        for (var at = start; (at = Next(at)) >= 0;)
        {
            if (FenceEnd(fences, at) is > 0 and var after)
            {
                at = after;
                continue;
            }

            var end = isMarkdown && IsInCode(at) ? -1 : End(at);
            if (end > at)
                text.Leave(at, end);
            at = Math.Max(end, at + 1);
        }

        if (isMarkdown)
            Modules(start, fences);
    }

    int Next(int from)
    {
        while (from < source.Length)
        {
            var length = source.AsSpan(from).IndexOfAny('{', '<');
            if (length < 0)
                return -1;
            from += length;
            if (source[from] == '{' || (from + 1 < source.Length && source[from + 1] is '%' or '?'))
                return from;
            from++;
        }

        return -1;
    }

    // After the tag that begins at a place, or -1 when none does.
    int End(int at)
    {
        var next = at + 1 < source.Length ? source[at + 1] : '\0';
        if (source[at] == '<')
            return Close(at, next == '%' ? "%>" : "?>");
        switch (next)
        {
            case '{':
                return Block(at, Close(at, "}}"), ShortcodeBlock());
            case '%':
                var end = Block(at, Close(at, "%}"), TagBlock());
                if (end > 0 && LiquidComment().Match(source, at, end - at) is { Success: true } comment)
                    text.AddComment(at, end, comment.Groups["text"].Value);
                return end;
            case '#' when at + 2 < source.Length && (char.IsWhiteSpace(source[at + 2]) || source[at + 2] == '-'):
                return Comment(at, Close(at, "#}"));
            case '/' when at + 2 < source.Length && source[at + 2] == '*':
                return Comment(at, Close(at, "*/}"));
            default:
                return isMdx && (at == 0 || source[at - 1] != '\\') ? Balanced(at) : -1;
        }
    }

    int Comment(int at, int end)
    {
        if (end > 0)
            text.AddComment(at, end, source[at..end].Trim('{', '}', '/', '*', '#', '-', ' ', '\n', '\r'));
        return end;
    }

    int Close(int at, string mark)
    {
        var end = Find(mark, at + 2);
        // An empty line ends a tag that somebody forgot to close; a comment may hold one.
        return end < 0 || end - at > LongestTag || (mark[0] is not ('*' or '#') && EmptyLineAfter(at) < end) ? -1 : end + mark.Length;
    }

    // Remembers where it stood, so that looking often costs no more than looking once.
    int Find(string mark, int from)
    {
        if (!ahead.TryGetValue(mark, out var known) || (known >= 0 && known < from))
            ahead[mark] = known = from < source.Length ? source.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        return known;
    }

    int EmptyLineAfter(int at)
    {
        if (emptyLine < at)
            emptyLine = EmptyLine().Match(source, at) is { Success: true } found ? found.Index : int.MaxValue;
        return emptyLine;
    }

    // A tag whose content is no text either goes on to its end.
    int Block(int at, int end, Regex opening)
    {
        if (end < 0 || opening.Match(source, at, end - at) is not { Success: true } tag)
            return end;
        var isTag = source[at + 1] == '%';
        var closing = isTag ? "end" + tag.Groups["name"].Value : "/" + tag.Groups["name"].Value;
        for (var from = end; Find(closing, from) is >= 0 and var found; from = found + 1)
        {
            var open = found;
            while (open > end && (char.IsWhiteSpace(source[open - 1]) || source[open - 1] == '-' || (!isTag && source[open - 1] is '<' or '%')))
                open--;
            if (source.AsSpan(0, open).EndsWith(isTag ? "{%" : "{{") && source.IndexOf(isTag ? "%}" : "}}", found, StringComparison.Ordinal) is >= 0 and var close)
                return close + 2;
        }

        return end;
    }

    int Balanced(int at)
    {
        var depth = 0;
        for (var i = at; at >= unbalanced && i < source.Length && i - at < LongestTag; i++)
        {
            depth += source[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i + 1;
        }

        unbalanced = Math.Max(unbalanced, at + LongestTag);
        return -1;
    }

    // Imports and exports stand at the beginning of a paragraph, at the beginning of a line.
    void Modules(int start, List<(int Start, int End)> fences)
    {
        if (!source.Contains("\nimport ", StringComparison.Ordinal) && !source.Contains("\nexport ", StringComparison.Ordinal)
            && !source.StartsWith("import ", StringComparison.Ordinal) && !source.StartsWith("export ", StringComparison.Ordinal))
            return;
        var previousEnd = start;
        foreach (var match in (isMdx ? MdxModule() : Module()).EnumerateMatches(source, start))
        {
            if (match.Index < previousEnd || FenceEnd(fences, match.Index) > 0 || !string.IsNullOrWhiteSpace(LineBefore(match.Index, previousEnd)))
                continue;
            previousEnd = source[match.Index] == 'i' ? LineEnd(match.Index + match.Length) : StatementEnd(match.Index);
            text.Leave(match.Index, previousEnd);
        }
    }

    string LineBefore(int at, int from)
    {
        if (at == 0 || at <= from + 1)
            return "";
        var start = source.LastIndexOf('\n', Math.Max(0, at - 2)) + 1;
        return source[Math.Min(at, Math.Max(start, from))..at];
    }

    int LineEnd(int at) => source.IndexOf('\n', at) is >= 0 and var end ? end : source.Length;

    // At the end of a line where all brackets are closed and an empty line follows.
    int StatementEnd(int at)
    {
        var depth = 0;
        for (var i = at; i < source.Length; i++)
        {
            depth += source[i] switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
            if (source[i] == '\n' && depth <= 0 && (i + 1 == source.Length || LineEnd(i + 1) is var end && string.IsNullOrWhiteSpace(source[(i + 1)..end])))
                return i;
        }

        return depth <= 0 ? source.Length : LineEnd(at);
    }

    // YAML is kept as settings; of TOML the two keys that are ours.
    int FrontMatter()
    {
        if (source.StartsWith('+') && TomlMatter().Match(source) is { Success: true } toml)
        {
            text.FrontMatter = string.Join('\n', OwnTomlKeys().Matches(toml.Value).Select(key => $"{key.Groups["key"].Value}: {key.Groups["value"].Value}"));
            return LeaveTo(toml.Length);
        }

        if (!isMarkdown && source.StartsWith('-') && YamlMatter().Match(source) is { Success: true } yaml)
        {
            text.FrontMatter = yaml.Groups["yaml"].Value;
            return LeaveTo(yaml.Length);
        }

        return isMarkdown && source.StartsWith('{') && JsonMatter().IsMatch(source) && Balanced(0) is > 0 and var end ? LeaveTo(end) : 0;

        int LeaveTo(int after)
        {
            text.Leave(0, after);
            return after;
        }
    }

    // An odd number of backticks before it in its line.
    bool IsInCode(int at)
    {
        var line = source.LastIndexOf('\n', Math.Max(0, at - 1), Math.Min(at, LongestTag)) + 1;
        return source.AsSpan(line, at - line).Count('`') % 2 == 1;
    }

    static int FenceEnd(List<(int Start, int End)> fences, int at)
    {
        var found = fences.BinarySearch((at, int.MaxValue));
        var index = found < 0 ? ~found - 1 : found;
        return index >= 0 && at < fences[index].End ? fences[index].End : -1;
    }

    [GeneratedRegex(@"\n[ \t\r]*\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"\{%-?\s*(?<name>comment|highlight|code|codeblock|schema|stylesheet|javascript|style|mermaid|math|katex|plantuml|graphviz)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex TagBlock();

    [GeneratedRegex(@"\{\{[<%]\s*(?<name>comment|highlight|code|mermaid|math|katex|chart|plantuml)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex ShortcodeBlock();

    [GeneratedRegex(@"\{%-?\s*comment\s*-?%\}(?<text>[^{]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex LiquidComment();

    [GeneratedRegex(
        @"^(import\s+((type\s+)?[\w$*{},\s]{1,400}?\s+from\s+)?[""'][^""'\n]+[""']|export\s+((const|let|var)\s+[\w$]+\s*[:=]|(async\s+)?function\b|class\s+\w+\s*(\{|extends)|default\s+(function\b|class\b|async\b|[\w$]+\s*([;(]|\r?$)|\{|\()|\{|\*\s+from\b))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Module();

    [GeneratedRegex(
        @"^(import\s+((type\s+)?[\w$*{},\s]{1,400}?\s+from\s+)?[""'][^""'\n]+[""']|import\s+[\w$*{""']|export\s+(const|let|var|function|async|class|default|type|interface|enum|\{|\*))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex MdxModule();

    [GeneratedRegex(@"\A\+\+\+[ \t]*\r?\n(?s:.*?)\n\+\+\+[ \t]*(\r?\n|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex TomlMatter();

    [GeneratedRegex(@"^(?<key>organisation|audience)\s*=\s*(?<value>[^\r\n]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex OwnTomlKeys();

    [GeneratedRegex(@"\A---[ \t]*\r?\n(?<yaml>[\w-]+[ \t]*:(?s:.*?)\n)(---|\.\.\.)[ \t]*(\r?\n|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex YamlMatter();

    [GeneratedRegex(@"\A\{\s*\n\s*""[\w-]+""\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonMatter();
}
