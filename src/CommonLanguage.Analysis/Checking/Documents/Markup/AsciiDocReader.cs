using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Reads AsciiDoc (the language of the Eclipse AsciiDoc project) as far as telling text from everything else goes.</summary>
static partial class AsciiDocReader
{
    // Blocks between equal lines whose content is not read.
    static readonly string[] UnreadFences = ["----", "....", "++++", "```", "////"];

    public static void Read(TextBuilder text)
    {
        UnreadMarkup.Mark(text, isMarkdown: false, isMdx: false, []);
        var lines = SourceLine.All(text.Source);
        var isQuotation = false;
        var inTable = false;
        var isListing = false;
        text.Begin(BlockKind.Paragraph);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var content = line.Text.TrimEnd();
            if (IsTwoLineTitle(lines, i))
            {
                // Its line below is as long as it is.
                text.Begin(BlockKind.Heading);
                text.Keep(line.Start, line.TextEnd);
                Inline(text, line.Start, line.TextEnd);
                Restart();
                i++;
            }
            else if (UnreadFence(content) is { } fence)
            {
                i = SkipFence(text, lines, i, fence, isComment: fence[0] == '/');
                isListing = false;
            }
            else if (content.IsEmpty || content is "+" or "--")
            {
                Restart();
                isListing = false;
            }
            else if (isListing)
            {
                // "[source]" holds for the paragraph that follows.
            }
            else if (content.StartsWith("//", StringComparison.Ordinal))
            {
                text.AddComment(line.Start, line.TextEnd, content[2..].ToString());
            }
            else if (content is "____" or "====" or "****")
            {
                isQuotation = content[0] == '_' && !isQuotation;
                Restart();
            }
            else if (content.StartsWith("|===", StringComparison.Ordinal) || content.StartsWith("!===", StringComparison.Ordinal))
            {
                inTable = !inTable;
                Restart();
            }
            else if (content[0] == '[' && content[^1] == ']' && !content.StartsWith("[[", StringComparison.Ordinal) is var isAttributes && (isAttributes || IsAnchor(content)))
            {
                Restart();
                isListing = isAttributes && IsListing(content) && (i + 1 >= lines.Count || UnreadFence(lines[i + 1].Text.TrimEnd()) is null);
            }
            else if (Directive().IsMatch(content))
            {
                Restart();
            }
            else if (line.Indent > 0 && !inTable && (i == 0 || lines[i - 1].IsBlank))
            {
                // An indented paragraph is taken literally.
                isListing = !ListMarker().IsMatch(content.TrimStart());
                if (!isListing)
                    ReadLine(line, line.Start + line.Indent);
            }
            else
            {
                ReadLine(line, line.Start);
            }
        }

        void Restart() => text.Begin(isQuotation ? BlockKind.Quotation : inTable ? BlockKind.Cell : BlockKind.Paragraph);

        void ReadLine(SourceLine line, int start)
        {
            var content = text.Source.AsSpan(start, line.TextEnd - start);
            if (Heading().Match(content.ToString()) is { Success: true } heading)
            {
                text.Begin(BlockKind.Heading);
                Inline(text, start + heading.Length, line.TextEnd);
                Restart();
            }
            else if (inTable)
            {
                ReadCells(text, start, line.TextEnd);
                text.Copy(line.TextEnd, line.End);
            }
            else if (Term().Match(content.ToString()) is { Success: true } term)
            {
                text.Begin(BlockKind.DefinedTerm);
                Inline(text, start, start + term.Groups["term"].Length);
                text.Begin(BlockKind.Definition);
                Inline(text, start + term.Length, line.TextEnd);
                text.Copy(line.TextEnd, line.End);
            }
            else
            {
                if (ListMarker().Match(content.ToString()) is { Success: true } marker)
                {
                    Restart();
                    start += marker.Length;
                }

                Inline(text, start, line.TextEnd);
                text.Copy(line.TextEnd, line.End);
            }
        }
    }

    static void ReadCells(TextBuilder text, int start, int end)
    {
        while (start < end)
        {
            var length = text.Source.AsSpan(start, end - start).IndexOf('|');
            if (length >= 0 && length + start > 0 && text.Source[start + length - 1] == '\\')
                length = -1;
            Inline(text, start, length < 0 ? end : start + length);
            if (length < 0)
                return;
            text.Begin(BlockKind.Cell);
            start += length + 1;
        }
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
            var (from, to) = (start + match.Index, start + match.Index + match.Length);
            if (match.Groups["label"] is { Success: true, Length: > 0 } label)
            {
                text.Skip(from, from);
                // What follows the first comma of an image's or a macro's brackets are attributes.
                var shown = match.Groups["image"].Success ? label.Value.Split(',')[0] : label.Value;
                Inline(text, start + label.Index, start + label.Index + shown.Length);
                text.Skip(to, to);
            }
            else if (!match.Groups["mark"].Success)
            {
                text.Skip(from, to);
            }

            at = match.Index + match.Length;
        }

        text.Copy(start + at, end);
    }

    static bool IsTwoLineTitle(List<SourceLine> lines, int at)
    {
        if (at + 1 >= lines.Count || !char.IsLetterOrDigit(lines[at].Text.IsEmpty ? ' ' : lines[at].Text[0]) || (at > 0 && !lines[at - 1].IsBlank))
            return false;
        var below = lines[at + 1].Text.TrimEnd();
        return below.Length > 2 && below[0] is '=' or '-' or '~' or '^' or '+' && below.IndexOfAnyExcept(below[0]) < 0 && Math.Abs(below.Length - lines[at].Text.TrimEnd().Length) < 2;
    }

    static string? UnreadFence(ReadOnlySpan<char> line)
    {
        foreach (var fence in UnreadFences)
        {
            if (line.StartsWith(fence, StringComparison.Ordinal) && (fence[0] == '`' || line.IndexOfAnyExcept(fence[0]) < 0))
                return fence[0] == '`' ? "```" : line.ToString();
        }

        return null;
    }

    static int SkipFence(TextBuilder text, List<SourceLine> lines, int at, string fence, bool isComment)
    {
        text.End();
        var end = at + 1;
        while (end < lines.Count && !lines[end].Text.TrimEnd().SequenceEqual(fence))
            end++;
        if (isComment)
            text.AddComment(lines[at].Start, lines[Math.Min(end, lines.Count - 1)].TextEnd, text.Source[lines[at].End..lines[Math.Min(end, lines.Count - 1)].Start]);
        return end;
    }

    static bool IsListing(ReadOnlySpan<char> attributes) =>
        attributes.StartsWith("[source", StringComparison.Ordinal) || attributes.StartsWith("[listing", StringComparison.Ordinal)
        || attributes.StartsWith("[literal", StringComparison.Ordinal) || attributes.StartsWith("[stem", StringComparison.Ordinal)
        || attributes.StartsWith("[latexmath", StringComparison.Ordinal) || attributes.StartsWith("[pass", StringComparison.Ordinal) || attributes.StartsWith("[,", StringComparison.Ordinal);

    static bool IsAnchor(ReadOnlySpan<char> line) => line.StartsWith("[[", StringComparison.Ordinal) && line.EndsWith("]]", StringComparison.Ordinal) && line.IndexOf(' ') < 0;

    /// <summary>Attribute entries and block macros that hold no text; an image's alternative text is read as a line of its own.</summary>
    [GeneratedRegex(@"^(:!?[\w-]+!?:|(include|ifdef|ifndef|ifeval|endif|toc|video|audio)::)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^(={1,6}|#{1,6}) +|^\.(?=[^\s.])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(\*{1,5}|\.{1,5}|-|\d+\.|[a-zA-Z]\.|<\d*\.?>) +(\[[ x*]\] +)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"^(?<term>[^:]{1,200}):{2,4}(\s+|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Term();

    /// <summary>In the order of precedence: passed through or code, macros with a text, addresses, cross references, attributes, marks.</summary>
    [GeneratedRegex(
        @"`\+?[^`]+\+?`|\+{1,3}[^+\s][^+]*\+{1,3}|\$\$[^$]+\$\$|(stem|latexmath|asciimath|kbd|btn|menu|pass|indexterm|anchor|icon)::?[^\s\[]*\[[^\]]*\]"
        + @"|(?<image>image::?)[^\s\[]+\[(?<label>[^\]]*)\]"
        + @"|((link|xref|mailto|footnote|footnoteref|term):[^\s\[]*|(https?|ftp|irc|mailto)://?[^\s\[<>]*)\[(?<label>[^\]]*)\]"
        + @"|<<[^,>]{1,200}(,\s{0,20}(?<label>[^>]{0,500}))?>>|\[\[[^\]]+\]\]|\[[#.][^\]]*\](?=[#*_`])|\{[\w-]+\}|<(https?://[^>]+)>"
        + @"|(?<mark>\*\*|__|##|(?<=^|[\s(""'>\[\],;—])[*_#](?=\S)|(?<=\S)[*_#](?=$|[\s)""'.,;:!?\]—]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Markup();
}
