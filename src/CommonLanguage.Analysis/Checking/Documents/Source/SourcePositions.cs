using System.Text;

namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>Lines, columns and bytes of a source text. Each answer costs the same, however long the lines are.</summary>
sealed class SourcePositions
{
    const int UnitsPerMark = 1_024;

    readonly string source;
    readonly int byteOffset;
    readonly List<int> lineStarts = [0];
    readonly int[] bytesAtMark;

    public SourcePositions(string source, int byteOffset)
    {
        (this.source, this.byteOffset) = (source, byteOffset);
        for (var at = 0; (at = NextLine(at)) >= 0;)
            lineStarts.Add(at);

        bytesAtMark = new int[(source.Length / UnitsPerMark) + 1];
        for (var mark = 1; mark < bytesAtMark.Length; mark++)
        {
            var (from, to) = (MarkStart(mark - 1), MarkStart(mark));
            bytesAtMark[mark] = bytesAtMark[mark - 1] + Encoding.UTF8.GetByteCount(source.AsSpan(from, to - from));
        }
    }

    public (int Line, int Column) LineAndColumn(int at)
    {
        var line = lineStarts.BinarySearch(at);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, at - lineStarts[line] + 1);
    }

    public int Bytes(int at)
    {
        var mark = at / UnitsPerMark;
        var start = MarkStart(mark);
        if (start > at)
            start = MarkStart(--mark);
        return byteOffset + bytesAtMark[mark] + Encoding.UTF8.GetByteCount(source.AsSpan(start, at - start));
    }

    public int LineCount => lineStarts.Count;

    /// <summary>First and, after its line break, last unit of a line that is counted from 1.</summary>
    public (int Start, int End) Line(int line) => (lineStarts[line - 1], line < lineStarts.Count ? lineStarts[line] : source.Length);

    // A surrogate pair is never cut by a mark.
    int MarkStart(int mark)
    {
        var start = mark * UnitsPerMark;
        return start > 0 && start < source.Length && char.IsLowSurrogate(source[start]) ? start + 1 : start;
    }

    int NextLine(int at)
    {
        var found = source.AsSpan(at).IndexOfAny('\n', '\r');
        if (found < 0)
            return -1;
        at += found + 1;
        return source[at - 1] == '\r' && at < source.Length && source[at] == '\n' ? at + 1 : at;
    }
}
