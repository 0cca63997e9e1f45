using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Text in which some words are to be looked at: coloured on a terminal, *between asterisks* elsewhere.</summary>
static class MarkedText
{
    /// <summary>Lays a text out.</summary>
    /// <param name="text">Text from elsewhere; shown with visible escapes.</param>
    /// <param name="spans">UTF-16 units from start to before end, in any order; they may overlap or lie outside.</param>
    /// <param name="colours">Whether colours can be used.</param>
    public static Paragraph Of(string text, IEnumerable<(int Start, int End)> spans, bool colours)
    {
        var paragraph = new Paragraph();
        var at = 0;
        foreach (var (start, end) in Ordered(text, spans))
        {
            _ = paragraph.Append(VisibleText.Lines(text[at..start]));
            var words = VisibleText.Lines(text[start..end]);
            _ = colours ? paragraph.Append(words, Styles.Marked) : paragraph.Append($"*{words}*");
            at = end;
        }

        return paragraph.Append(VisibleText.Lines(text[at..]));
    }

    /// <summary>The spans from left to right, within the text, apart from each other, no character cut in two.</summary>
    static IEnumerable<(int Start, int End)> Ordered(string text, IEnumerable<(int Start, int End)> spans)
    {
        var last = (Start: 0, End: 0);
        foreach (var span in spans.Select(span => (Start: Whole(text, span.Start), End: Whole(text, span.End))).Order())
        {
            if (span.End <= span.Start)
                continue;
            if (span.Start <= last.End && last.End > 0)
            {
                last.End = Math.Max(last.End, span.End);
                continue;
            }

            if (last.End > 0)
                yield return last;
            last = span;
        }

        if (last.End > 0)
            yield return last;
    }

    static int Whole(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        return at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
    }
}
