namespace CommonLanguage.Analysis.Checking.Documents;

/// <summary>A line of a source.</summary>
/// <param name="Source">The whole source.</param>
/// <param name="Start">Its first unit.</param>
/// <param name="TextEnd">After its last unit, without the line break.</param>
/// <param name="End">After its line break.</param>
readonly record struct SourceLine(string Source, int Start, int TextEnd, int End)
{
    public ReadOnlySpan<char> Text => Source.AsSpan(Start, TextEnd - Start);

    public bool IsBlank => Text.IsWhiteSpace();

    /// <summary>Number of blanks it begins with; a tab counts as one.</summary>
    public int Indent => Text.Length - Text.TrimStart().Length;

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
