using CommonLanguage.Analysis.Checking.Documents.Source;
using UglyToad.PdfPig.Content;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Puts the letters of pages together to lines in the order in which the file draws them, which is that of reading in what office
/// programs, browsers and typesetters write: so columns and cells stay apart. Not thread-safe.
/// </summary>
sealed class PdfLines
{
    // Shares of a letter's size: what is no gap between letters of a word; what is none between words; how far a raised or lowered
    // letter stands from its line; how far letters may overlap.
    const double WordGap = .15;
    const double ColumnGap = 2;
    const double Raised = .5;
    const double Overlap = .9;

    readonly List<PdfLine> lines = [];
    PdfLine? line;

    public IReadOnlyList<PdfLine> All => lines;

    /// <summary>Number of letters read.</summary>
    public long Letters { get; private set; }

    /// <summary>Reads a page, counted from 0.</summary>
    public void Read(Page page, int number)
    {
        line = null;
        foreach (var letter in page.Letters)
        {
            if (string.IsNullOrEmpty(letter.Value))
                continue;
            if (string.IsNullOrWhiteSpace(letter.Value))
                line?.AddSpace();
            else
                Add(letter, number);
        }
    }

    void Add(Letter letter, int page)
    {
        var direction = Direction(letter, line);
        var (from, to) = (letter.StartBaseLine, letter.EndBaseLine);
        var (at, end) = ((from.X * direction.X) + (from.Y * direction.Y), (to.X * direction.X) + (to.Y * direction.Y));
        var baseline = (from.Y * direction.X) - (from.X * direction.Y);
        var size = letter.PointSize > 0 ? letter.PointSize : 1;
        // A letter that the file does not name stands for any.
        var value = letter.Value.Contains('\0', StringComparison.Ordinal) ? "\uFFFD" : letter.Value;
        var isSameLine = line is not null && IsAlong(line.Direction, direction) && Math.Abs(line.Baseline - baseline) <= Raised * Math.Max(size, line.Largest);
        var gap = line is null ? 0 : at - line.End;
        if (isSameLine && gap < -WordGap * size && line!.Has(value, at))
            return;
        if (!isSameLine || gap > ColumnGap * line!.Largest || gap < -Overlap * line.Largest)
        {
            line = new(page, direction, baseline, at, size) { IsBeside = isSameLine && gap > 0 };
            lines.Add(line);
            gap = 0;
        }

        line.Add(value, at, end, baseline, size, gap > WordGap * size, KindOf(letter, value, size, baseline, line));
        Letters += value.Length;
    }

    static PieceKind KindOf(Letter letter, string value, double size, double baseline, PdfLine line)
    {
        // The mark of a footnote is no part of the word before.
        var isMark = PdfLine.IsMark(size, baseline, line.Largest, line.Baseline) && !char.IsLetter(value[0]);
        return isMark ? PieceKind.Unread : FixedWidthFont.Is(letter.FontName) ? PieceKind.FixedWidth : PieceKind.Read;
    }

    static (double X, double Y) Direction(Letter letter, PdfLine? line)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var length = Math.Sqrt((x * x) + (y * y));
        return length > 0 && double.IsFinite(length) ? (x / length, y / length) : line?.Direction ?? (1, 0);
    }

    static bool IsAlong((double X, double Y) a, (double X, double Y) b) => (a.X * b.X) + (a.Y * b.Y) > .99;
}
