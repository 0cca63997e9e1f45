using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Reads reStructuredText (docutils, with Sphinx's roles and directives) as far as telling text from everything else goes.</summary>
static partial class RestructuredTextReader
{
    const string Adornments = "=-`:'\"~^_*+#<>.!$%&(),/;?@[\\]{|}";

    static readonly FrozenSet<string> UnreadDirectives = new[]
    {
        "code", "code-block", "sourcecode", "highlight", "literalinclude", "parsed-literal", "math", "raw", "include", "toctree", "index", "contents", "default-role", "role",
        "meta", "csv-table", "graphviz", "digraph", "graph", "plantuml", "mermaid", "productionlist", "doctest", "testcode", "testoutput", "autoclass", "automodule", "autofunction",
        "currentmodule", "module", "py:module", "unicode", "date", "target-notes", "sectnum", "tabularcolumns", "only", "ifconfig", "tags",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Whether their content is there is nothing that we know.
    static readonly FrozenSet<string> ConditionalDirectives = new[] { "only", "ifconfig" }.ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> CodeDirectives = (
        "function class method attribute data exception option envvar program describe object confval container rst-class default-domain highlightlang tab-set").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> ShowingRoles = (
        "term abbr abbreviation ac acronym guilabel menuselection dfn emphasis strong sup superscript subscript title title-reference t underline u del s small").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    static readonly FrozenSet<string> PictureDirectives = new[] { "image", "figure" }.ToFrozenSet(StringComparer.Ordinal);

    public static void Read(TextBuilder text)
    {
        UnreadMarkup.Mark(text, isMarkdown: false, isMdx: false, []);
        foreach (var reference in BrokenReference().EnumerateMatches(text.Source))
            text.Keep(reference.Index, reference.Index + reference.Length);
        var lines = SourceLine.All(text.Source);
        text.Begin(BlockKind.Paragraph);
        for (var i = 0; i < lines.Count;)
            i = ReadLine(text, lines, i);
    }

    // Reads what begins at a line; gives the line after it.
    static int ReadLine(TextBuilder text, List<SourceLine> lines, int at)
    {
        var line = lines[at];
        var content = line.Text.TrimEnd();
        var body = content.TrimStart();
        if (body.IsEmpty)
        {
            text.Begin(BlockKind.Paragraph);
            return at + 1;
        }

        if (IsAdornment(body))
        {
            KeepTable(text, lines, at);
            text.Begin(BlockKind.Paragraph);
            return at + 1;
        }

        if (body.StartsWith(">>>", StringComparison.Ordinal))
            return SkipParagraph(text, lines, at);
        if (body.StartsWith(".. ", StringComparison.Ordinal) || body is "..")
            return ReadExplicit(text, lines, at);
        if (body[0] == '+' && GridBorder().IsMatch(body))
            return ReadGrid(text, lines, at);

        var start = line.Start + line.Indent;
        if (at + 1 < lines.Count && line.Indent == 0 && IsAdornment(lines[at + 1].Text.TrimEnd()) && lines[at + 1].Text.TrimEnd().Length >= Math.Min(content.Length, 3))
        {
            // The line below is at least as long as it is.
            text.Begin(BlockKind.Heading);
            text.Keep(line.Start, line.TextEnd);
            Inline(text, start, line.TextEnd);
            text.Begin(BlockKind.Paragraph);
            return at + 2;
        }

        if (at > 0 && lines[at - 1].IsBlank && line.Indent > 0 && !IsInList(lines, at))
            text.Begin(BlockKind.Quotation);
        if (ListMarker().Match(body.ToString()) is { Success: true } marker)
        {
            text.Begin(BlockKind.Paragraph);
            start += marker.Length;
        }
        else if (Field().Match(body.ToString()) is { Success: true } field)
        {
            text.Begin(BlockKind.Paragraph);
            start += field.Length;
        }

        var isLiteral = body.EndsWith("::", StringComparison.Ordinal);
        Inline(text, start, line.TextEnd - (isLiteral ? 1 : 0));
        text.Copy(line.TextEnd, line.End);
        // "::" ends a paragraph whose indented follower is taken literally.
        return isLiteral && at + 1 < lines.Count && (lines[at + 1].IsBlank || lines[at + 1].Indent > line.Indent) ? SkipIndented(text, lines, at + 1, line.Indent) : at + 1;
    }

    static int ReadExplicit(TextBuilder text, List<SourceLine> lines, int at)
    {
        var line = lines[at];
        text.Begin(BlockKind.Paragraph);
        var start = line.Start + line.Indent + 2;
        while (start < line.TextEnd && text.Source[start] == ' ')
            start++;
        var body = text.Source[start..line.TextEnd].TrimEnd();
        var end = SkipIndented(text, lines, at + 1, line.Indent);
        if (Directive().Match(body) is { Success: true } directive)
        {
            var name = directive.Groups["name"].Value;
            if (UnreadDirectives.Contains(name))
            {
                if (!ConditionalDirectives.Contains(name))
                    _ = SkipOptions(text, lines, at + 1, line.Indent);
                text.Begin(BlockKind.Paragraph);
                return end;
            }

            if (name == "glossary")
                KeepTerms(text, lines, at + 1, end);
            if (!PictureDirectives.Contains(name) && !IsOfCode(name))
                Inline(text, start + directive.Length, line.TextEnd);
            text.Begin(BlockKind.Paragraph);
            return SkipOptions(text, lines, at + 1, line.Indent);
        }

        if (Footnote().Match(body) is { Success: true } footnote)
        {
            Inline(text, start + footnote.Length, line.TextEnd);
            text.Copy(line.TextEnd, line.End);
            return at + 1;
        }

        if (body.StartsWith('_') || body.StartsWith('|'))
            return at + 1;
        var last = lines[Math.Max(at, end - 1)];
        text.AddComment(line.Start + line.Indent, Math.Max(line.TextEnd, body.Length == 0 ? last.TextEnd : line.TextEnd), text.Source[start..Math.Max(start, last.TextEnd)]);
        return end;
    }

    // What "function" and its like say of code: the name is none of the language.
    static bool IsOfCode(string name) => name.Contains(':', StringComparison.Ordinal) || CodeDirectives.Contains(name);

    // ":term:" goes by the words that a glossary defines.
    static void KeepTerms(TextBuilder text, List<SourceLine> lines, int from, int to)
    {
        var indent = lines.GetRange(from, to - from).Where(line => !line.IsBlank).Select(line => line.Indent).DefaultIfEmpty().Min();
        foreach (var line in lines.GetRange(from, to - from))
        {
            if (line.Indent == indent)
                text.Keep(line.Start, line.TextEnd);
        }
    }

    // Columns of a table stand below each other: nothing in it is edited.
    static void KeepTable(TextBuilder text, List<SourceLine> lines, int at)
    {
        var border = lines[at].Text.Trim();
        if (border[0] != '=' || !border.Contains(' '))
            return;
        var end = at;
        for (var i = at + 1; i < lines.Count && (!lines[i].IsBlank || end == at); i++)
            end = lines[i].Text.Trim() is ['=', ..] and var other && other.Contains(' ') ? i : end;
        text.Keep(lines[at].Start, lines[end].TextEnd);
    }

    // Options of a directive; the alternative text of a picture and a caption are read.
    static int SkipOptions(TextBuilder text, List<SourceLine> lines, int at, int indent)
    {
        while (at < lines.Count && lines[at].Indent > indent && Field().Match(lines[at].Text.Trim().ToString()) is { Success: true } option)
        {
            if (option.Value.StartsWith(":alt:", StringComparison.Ordinal) || option.Value.StartsWith(":caption:", StringComparison.Ordinal))
            {
                text.Begin(BlockKind.Alternative);
                Inline(text, lines[at].Start + lines[at].Indent + option.Length, lines[at].TextEnd);
            }

            at++;
        }

        text.Begin(BlockKind.Paragraph);
        return at;
    }

    static int ReadGrid(TextBuilder text, List<SourceLine> lines, int at)
    {
        var border = lines[at].Text.TrimEnd().ToString();
        var columns = Enumerable.Range(0, border.Length).Where(i => border[i] == '+').ToArray();
        var end = at + 1;
        var rowStart = end;
        for (; end < lines.Count && lines[end].Text.TrimStart() is ['+' or '|', ..]; end++)
        {
            if (lines[end].Text.TrimStart()[0] != '+')
                continue;
            for (var column = 0; column + 1 < columns.Length; column++)
            {
                text.Begin(BlockKind.Cell);
                for (var row = rowStart; row < end; row++)
                    ReadCellLine(text, lines[row], columns[column] + 1, columns[column + 1]);
            }

            rowStart = end + 1;
        }

        text.Keep(lines[at].Start, lines[end - 1].TextEnd);
        text.Begin(BlockKind.Paragraph);
        return end;
    }

    static void ReadCellLine(TextBuilder text, SourceLine line, int from, int to)
    {
        from = Math.Min(line.Start + from, line.TextEnd);
        to = Math.Min(line.Start + to, line.TextEnd);
        while (from < to && text.Source[from] == ' ')
            from++;
        while (to > from && text.Source[to - 1] is ' ' or '|')
            to--;
        if (to <= from)
            return;
        Inline(text, from, to);
        text.Space(to, to);
    }

    static void Inline(TextBuilder text, int start, int end)
    {
        foreach (var piece in SourceLine.Pieces(text.Source, start, end))
            InlinePiece(text, piece.Start, piece.End);
    }

    static void InlinePiece(TextBuilder text, int start, int end)
    {
        var line = text.Source[start..end];
        var at = 0;
        foreach (Match match in Markup().Matches(line))
        {
            text.Copy(start + at, start + match.Index);
            if (match.Groups["name"] is { Success: true } named)
            {
                // A role shows its text, or is the name of something.
                var role = named.Value[(named.Value.LastIndexOf(':') + 1)..];
                if (!ShowingRoles.Contains(role))
                    text.Skip(start + match.Index, start + match.Index + match.Length);
                else
                    Inline(text, start + match.Groups["shown"].Index, start + match.Groups["shown"].Index + match.Groups["shown"].Length);
                if (role == "term")
                    text.Keep(start + match.Index, start + match.Index + match.Length);
            }
            else if (match.Groups["target"].Success)
            {
                text.Keep(start + match.Index, start + match.Index + match.Length);
                Inline(text, start + match.Groups["target"].Index, start + match.Groups["target"].Index + match.Groups["target"].Length);
            }
            else if (match.Groups["reference"].Success)
            {
                text.Keep(start + match.Index - WordBefore(line, match.Index), start + match.Index);
            }
            else if (match.Groups["label"] is { Success: true } label)
                Inline(text, start + label.Index, start + label.Index + label.Length);
            else if (match.Groups["escaped"] is { Success: true } escaped)
                text.Copy(start + escaped.Index, start + escaped.Index + escaped.Length);
            else if (!match.Groups["mark"].Success)
                text.Skip(start + match.Index, start + match.Index + match.Length);
            at = match.Index + match.Length;
        }

        text.Copy(start + at, end);
    }

    static int WordBefore(string line, int at)
    {
        var from = at;
        while (from > 0 && (char.IsLetterOrDigit(line[from - 1]) || line[from - 1] is '-' or '.' or '+' or '_' or ':'))
            from--;
        return at - from;
    }

    static bool IsAdornment(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || !Adornments.Contains(line[0], StringComparison.Ordinal))
            return false;
        foreach (var c in line)
        {
            // Borders of simple tables have blanks between their columns.
            if (c != line[0] && !(c == ' ' && line[0] is '=' or '-'))
                return false;
        }

        return true;
    }

    static bool IsInList(List<SourceLine> lines, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - 50; i--)
        {
            if (!lines[i].IsBlank && lines[i].Indent < lines[at].Indent)
                return ListMarker().IsMatch(lines[i].Text.TrimStart().ToString()) || lines[i].Text.TrimStart() is ['.', '.', ..] || Field().IsMatch(lines[i].Text.TrimStart().ToString());
        }

        return false;
    }

    static int SkipParagraph(TextBuilder text, List<SourceLine> lines, int at)
    {
        text.Begin(BlockKind.Paragraph);
        while (at < lines.Count && !lines[at].IsBlank)
            at++;
        return at;
    }

    static int SkipIndented(TextBuilder text, List<SourceLine> lines, int at, int indent)
    {
        text.Begin(BlockKind.Paragraph);
        while (at < lines.Count && (lines[at].IsBlank || lines[at].Indent > indent))
            at++;
        return at;
    }

    /// <summary>A reference that goes over the end of a line, which is read line by line.</summary>
    [GeneratedRegex(@"`[^`\n]{1,200}\n[^`\n]{1,200}`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex BrokenReference();

    [GeneratedRegex(@"^\+([-=]+\+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GridBorder();

    [GeneratedRegex(@"^(\|[\w -]+\|\s+)?(?<name>[\w:+.-]+)::(\s+|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^\[[#*\w.-]*\]\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^([-*+•]|\(?(\d+|[a-zA-Z#]|[ivxlc]+)[.)])\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"^:[\w -]+:(\s+|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Field();

    /// <summary>
    /// In the order of precedence: literals, roles of code, roles and references with a text and an address, references, footnotes,
    /// substitutions, escapes, marks. No part tries a text over and over: the name of a role is short, and a label ends with what is no blank.
    /// </summary>
    [GeneratedRegex(
        @"``.+?``|:(code|math|class|func|meth|mod|attr|data|file|envvar|option|program|command|py:\w+|c:\w+|cpp:\w+|samp|kbd|sub|raw|index):`[^`]*`"
        + @"|(:[\w:+.-]{1,100}:)?`(?<label>[^`<]*[^`<\s])\s*<[^`>]*>`_{0,2}|:(?<name>[\w:+.-]{1,100}):`(?<shown>[^`]*)`|`(?<target>[^`]+)`_{0,2}|_`(?<target>[^`]+)`"
        + @"|\[[#*\w.-]+\]_|\|[^|\s][^|]*\|_{0,2}|\\(?<escaped>\S)|(?<mark>\\\s)|(?<=\w)(?<reference>_{1,2})(?=$|[\s).,;:!?'""])"
        + @"|(?<mark>\*\*|(?<=^|[\s(""'<\[-])\*(?=\S)|(?<=\S)\*(?=$|[\s)""'.,;:!?\]>-]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Markup();
}
