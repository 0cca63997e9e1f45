using System.Text;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>A line of a PDF page, or a part of one that stands apart, while it is gathered. Lengths are in points. Not thread-safe.</summary>
sealed class PdfLine(int page, (double X, double Y) direction, double baseline, double start, double size)
{
    // As far back is looked for a letter that is drawn a second time.
    const int FarthestBack = 400;

    readonly StringBuilder text = new();
    readonly List<(int Start, PieceKind Kind)> kinds = [];
    readonly List<(double At, string Value)> drawn = [];
    double sizes;

    public int Page => page;

    /// <summary>The way its letters go: (1, 0) is from left to right.</summary>
    public (double X, double Y) Direction => direction;

    /// <summary>Height of the line that its letters stand on, across its direction.</summary>
    public double Baseline { get; private set; } = baseline;

    /// <summary>Where it begins along its direction.</summary>
    public double Start { get; } = start;

    /// <summary>Where its last letter ends along its direction.</summary>
    public double End { get; private set; } = start;

    /// <summary>Size of its largest letter.</summary>
    public double Largest { get; private set; } = size;

    /// <summary>Mean size of its letters.</summary>
    public double Size => sizes / Math.Max(1, drawn.Count);

    public int Letters => drawn.Count;

    /// <summary>Whether it stands beside the line before, as cells of a table do.</summary>
    public bool IsBeside { get; init; }

    public string Text => text.ToString();

    /// <summary>Adds a letter, with a blank before it where there is a gap.</summary>
    public void Add(string value, double at, double end, double baseline, double size, bool afterGap, PieceKind kind)
    {
        // The mark that a footnote begins with stands before anything that it could be smaller than.
        if (kinds.Count == 1 && IsMark(Largest, Baseline, size, baseline) && !text.ToString().Any(char.IsLetter))
            kinds[0] = (0, PieceKind.Unread);
        if (afterGap)
            AddSpace();
        if (kinds.Count == 0 || kinds[^1].Kind != kind)
            kinds.Add((text.Length, kind));
        _ = text.Append(value);
        drawn.Add((at, value));
        sizes += size;
        End = Math.Max(End, end);
        if (size > Largest)
            (Largest, Baseline) = (size, baseline);
    }

    /// <summary>Adds a blank where none stands.</summary>
    public void AddSpace()
    {
        if (text.Length > 0 && text[^1] != ' ')
            _ = text.Append(' ');
    }

    /// <summary>Whether a letter stands there already: bold type may be drawn twice, a little apart.</summary>
    public bool Has(string value, double at)
    {
        for (var i = drawn.Count - 1; i >= Math.Max(0, drawn.Count - FarthestBack); i--)
        {
            if (Math.Abs(drawn[i].At - at) < Largest * .1 && string.Equals(drawn[i].Value, value, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a letter is raised and small beside another, as the mark of a footnote is.</summary>
    public static bool IsMark(double size, double baseline, double otherSize, double otherBaseline) =>
        size < .85 * otherSize && baseline > otherBaseline + (.1 * otherSize);

    /// <summary>Gives its pieces up to a place in its text.</summary>
    public IEnumerable<(string Words, PieceKind Kind)> Pieces(int end)
    {
        var all = Text;
        for (var i = 0; i < kinds.Count && kinds[i].Start < end; i++)
            yield return (all[kinds[i].Start..Math.Min(end, i + 1 < kinds.Count ? kinds[i + 1].Start : all.Length)], kinds[i].Kind);
    }
}
