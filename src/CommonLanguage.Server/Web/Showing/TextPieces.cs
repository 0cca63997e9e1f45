using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Server.Web.Showing;

/// <summary>A text cut at its marks. Marks may overlap, lie outside or cut a character in two: the first one wins, and characters stay whole.</summary>
static class TextPieces
{
    /// <summary>The pieces from left to right; together they are the text.</summary>
    public static IEnumerable<(string Text, int? Mark)> Of(string text, IEnumerable<(TextSpan Span, int Number)> marks)
    {
        var at = 0;
        foreach (var (start, end, number) in marks
            .Select(mark => (Start: Whole(text, mark.Span.Start), End: Whole(text, mark.Span.End), mark.Number))
            .OrderBy(mark => mark.Start).ThenBy(mark => mark.Number))
        {
            var from = Math.Max(start, at);
            if (end <= from)
                continue;
            if (from > at)
                yield return (text[at..from], null);
            yield return (text[from..end], number);
            at = end;
        }

        if (at < text.Length)
            yield return (text[at..], null);
    }

    static int Whole(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        return at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
    }
}
