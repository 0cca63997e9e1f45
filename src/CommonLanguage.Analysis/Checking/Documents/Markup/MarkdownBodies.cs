using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>
/// Opens what CommonMark takes for code though people read it: bodies of MkDocs' admonitions and tabs ("!!! note", "??? tip", "=== "Tab"")
/// and of MyST's directives ("```{note}"). The markers are written as a list item with a heading, or as blanks: of the same length, so that
/// all else stays in its place.
/// </summary>
static partial class MarkdownBodies
{
    static readonly FrozenSet<string> Read = (
        "note warning tip hint important attention caution danger error admonition seealso versionadded versionchanged deprecated sidebar topic epigraph pull-quote highlights "
        + "dropdown details card grid grid-item grid-item-card tab-set tab-item margin aside figure list-table table glossary exercise solution theorem div container rst-class "
        + "compound definition example abstract info success question failure bug quote todo").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Most documents have none, and are not looked at line by line.
    static readonly string[] Markers = ["```", "~~~", ":::", "!!!", "???", "=== \""];

    readonly record struct Fence(char Mark, int Length, bool IsRead, int Start);

    /// <summary>The source as it is to be parsed.</summary>
    /// <param name="source">A Markdown source.</param>
    /// <param name="code">The fenced code in it.</param>
    public static string Open(string source, out List<(int Start, int End)> code)
    {
        code = [];
        if (!Array.Exists(Markers, marker => source.Contains(marker, StringComparison.Ordinal)))
            return source;
        char[]? opened = null;
        var fences = new Stack<Fence>();
        var isHead = false;
        foreach (var line in SourceLine.All(source))
        {
            var content = line.Text.Trim();
            var start = line.Start + line.Indent;
            if (isHead && !content.IsEmpty && Option().Match(content.ToString()) is { Success: true } option)
            {
                if (option.Groups["read"].Success)
                    Head(start, option.Groups["read"].Index, line.TextEnd, isItem: false);
                else
                    Blank(start, line.TextEnd);
                continue;
            }

            isHead = false;
            if (content.IsEmpty)
                continue;
            if (fences.TryPeek(out var top) && content[0] == top.Mark && content.Length >= top.Length && content.IndexOfAnyExcept(top.Mark) < 0)
            {
                _ = fences.Pop();
                if (top.IsRead)
                    Blank(start, line.TextEnd);
                else
                    code.Add((top.Start, line.TextEnd));
            }
            else if (top is { Mark: not '\0', IsRead: false })
            {
                if (top.Mark == ':')
                    Blank(start, line.TextEnd);
            }
            else if (content[0] is '`' or '~' or ':' && FenceStart().Match(content.ToString()) is { Success: true } fence)
            {
                var name = fence.Groups["name"].Value;
                var isRead = name.Length > 0 && Read.Contains(name[(name.LastIndexOf(':') + 1)..]);
                fences.Push(new(content[0], fence.Groups["fence"].Length, isRead, start));
                isHead = isRead;
                if (isRead && fence.Groups["title"] is { Success: true, Length: > 0 } title)
                    Head(start, title.Index, line.TextEnd, isItem: false);
                else if (isRead || content[0] == ':')
                    Blank(start, line.TextEnd);
            }
            else if (content[0] is '!' or '?' or '=' && Admonition().Match(content.ToString()) is { Success: true } admonition)
            {
                var title = admonition.Groups["title"];
                Head(start, title.Success ? title.Index : content.Length, line.TextEnd, isItem: true);
                if (title.Success)
                    Blank(start + title.Index + title.Length, line.TextEnd);
            }
        }

        foreach (var fence in fences)
        {
            if (!fence.IsRead)
                code.Add((fence.Start, source.Length));
        }

        code.Sort();
        return opened is null ? source : new(opened);

        void Blank(int from, int to) => (opened ??= source.ToCharArray()).AsSpan(from, to - from).Fill(' ');

        // "-  # " before a title: what is indented below belongs to the item.
        void Head(int at, int length, int end, bool isItem)
        {
            Blank(at, Math.Min(at + length, end));
            opened![at] = isItem ? '-' : '#';
            if (isItem)
                opened[at + 3] = '#';
        }
    }

    [GeneratedRegex(@"^(?<fence>`{3,}|~{3,}|:{3,})\s*\{(?<name>[\w:.+-]+)\}\s*(?<title>.*)$|^(?<fence>`{3,}|~{3,})[^`]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex FenceStart();

    [GeneratedRegex(@"^:(?<key>[\w-]+):(\s+(?<read>(?<=^:(caption|alt):\s+).*))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Option();

    [GeneratedRegex(@"^(!!!|\?\?\?\+?)\s?[a-zA-Z][\w-]*( [a-zA-Z][\w-]*)*\s*(""(?<title>[^""]*)"")?$|^===[!+]*\s+""(?<title>[^""]*)""$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Admonition();
}
