namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>A line of a source.</summary>
/// <param name="Source">The whole source.</param>
/// <param name="Start">Its first unit.</param>
/// <param name="TextEnd">After its last unit, without the line break.</param>
/// <param name="End">After its line break.</param>
readonly record struct SourceLine(string Source, int Start, int TextEnd, int End)
{
    // What an opening mark looks ahead for is bounded.
    const int LongestPiece = 4_096;

    public ReadOnlySpan<char> Text => Source.AsSpan(Start, TextEnd - Start);

    public bool IsBlank => Text.IsWhiteSpace();

    /// <summary>Number of blanks it begins with; a tab counts as one.</summary>
    public int Indent => Text.Length - Text.TrimStart().Length;

    /// <summary>A part of a source in the pieces in which markup is looked for: cut at a blank where one is long. At least one piece.</summary>
    public static IEnumerable<(int Start, int End)> Pieces(string source, int start, int end)
    {
        while (end - start > LongestPiece)
        {
            var length = source.AsSpan(start, LongestPiece).LastIndexOf(' ') + 1;
            var next = start + (length > 0 ? length : LongestPiece);
            yield return (start, next);
            start = next;
        }

        yield return (start, Math.Max(start, end));
    }

    public static List<SourceLine> All(string source)
    {
        List<SourceLine> lines = [];
        for (var start = 0; start < source.Length;)
        {
            var length = source.AsSpan(start).IndexOfAny('\n', '\r');
            var textEnd = length < 0 ? source.Length : start + length;
            var end = textEnd;
            if (end < source.Length)
                end += source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? 2 : 1;
            lines.Add(new(source, start, textEnd, end));
            start = end;
        }

        return lines;
    }
}
