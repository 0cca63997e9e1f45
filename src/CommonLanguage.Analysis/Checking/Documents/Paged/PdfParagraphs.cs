using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Puts lines together to paragraphs: the next one begins where the distance grows, the size changes, or the text goes up to another
/// column. A word that a line's end breaks is joined, with its hyphen where it stands so elsewhere in the document.
/// </summary>
sealed class PdfParagraphs(string name, IReadOnlyList<PdfLine> lines)
{
    // Lines of a paragraph stand no farther apart than this many times what is usual on the page.
    const double Farther = 1.3;
    const double FarthestUsual = 3;
    const double UsualDistance = 1.2;
    const double SizeChange = .12;
    const double HeadingSize = 1.15;
    const int LongestHeading = 200;

    readonly HashSet<string> compounds = new(StringComparer.OrdinalIgnoreCase);
    readonly PagedText text = new(name);
    readonly List<int> pages = [];

    public Document Build(int pageCount)
    {
        foreach (var line in lines)
            LearnCompounds(line.Text);
        var body = lines.Count == 0 ? 0 : lines.GroupBy(line => Math.Round(line.Size * 2)).MaxBy(same => same.Sum(line => line.Letters))!.Key / 2;
        var usual = UsualDistance;
        for (var first = 0; first < lines.Count;)
        {
            if (first == 0 || lines[first].Page != lines[first - 1].Page)
            {
                BeginPages(lines[first].Page);
                usual = Usual(first);
            }

            var last = first;
            while (last + 1 < lines.Count && GoesOn(lines[last], lines[last + 1], usual))
                last++;
            var isBeside = last + 1 < lines.Count && lines[last + 1].IsBeside && lines[last + 1].Page == lines[last].Page;
            text.Add(Paragraph(first, last, body), isBeside ? ' ' : '\n');
            first = last + 1;
        }

        BeginPages(pageCount - 1);
        return text.Build(DocumentFormat.Pdf, pages);
    }

    void BeginPages(int last)
    {
        while (pages.Count <= last)
            pages.Add(text.Length);
    }

    // Of the distances on a page, in sizes of the letters, one of the smaller.
    double Usual(int first)
    {
        List<double> distances = [];
        for (var i = first; i + 1 < lines.Count && lines[i + 1].Page == lines[first].Page; i++)
        {
            if ((lines[i].Baseline - lines[i + 1].Baseline) / lines[i].Largest is > .5 and < FarthestUsual and var distance)
                distances.Add(distance);
        }

        distances.Sort();
        return distances.Count == 0 ? UsualDistance : distances[distances.Count / 4];
    }

    static bool GoesOn(PdfLine line, PdfLine next, double usual)
    {
        var down = line.Baseline - next.Baseline;
        return next.Page == line.Page && !next.IsBeside && next.Direction == line.Direction && down > 0 && down <= Farther * usual * line.Largest
            && Math.Abs(line.Largest - next.Largest) <= SizeChange * line.Largest;
    }

    PagedParagraph Paragraph(int first, int last, double body)
    {
        var paragraph = new PagedParagraph();
        for (var i = first; i <= last; i++)
        {
            var words = lines[i].Text;
            var end = words.TrimEnd(' ').Length;
            var ending = i == last ? Ending.Line : EndingOf(words.AsSpan(0, end), lines[i + 1].Text);
            foreach (var (piece, kind) in lines[i].Pieces(ending == Ending.Word ? end - 1 : end))
                paragraph.Add(piece, kind);
            if (ending == Ending.Word)
                paragraph.Add(words[(end - 1)..end], PieceKind.Dropped);
            if (i < last)
                paragraph.Add("\n", ending == Ending.Line ? PieceKind.Read : PieceKind.Dropped);
        }

        if (lines[first].Size > HeadingSize * body && paragraph.Text.Length <= LongestHeading)
            paragraph.Kind = BlockKind.Heading;
        return paragraph;
    }

    enum Ending
    {
        /// <summary>Between words.</summary>
        Line,
        /// <summary>Inside a word, after a hyphen that stands for the break alone.</summary>
        Word,
        /// <summary>Inside a compound, after its own hyphen.</summary>
        Compound,
    }

    Ending EndingOf(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        if (line.Length < 2 || line[^1] is not ('-' or '\u2010' or '\u00AD') || !char.IsLetter(line[^2]) || next.IsEmpty || !char.IsLetterOrDigit(next[0]))
            return Ending.Line;
        if (line[^1] == '\u00AD')
            return Ending.Word;
        var chunk = line[(line.LastIndexOf(' ') + 1)..];
        var tail = next.Length;
        for (var i = 0; i < next.Length; i++)
        {
            if (!char.IsLetterOrDigit(next[i]))
            {
                tail = i;
                break;
            }
        }

        // "need-to-" goes on as it began, "TCP-" before a capital is no broken word.
        var isCompound = chunk[..^1].IndexOfAny('-', '\u2010') >= 0 || !char.IsLower(next[0]) || compounds.Contains(string.Concat(Letters(chunk[..^1]), "-", next[..tail]));
        return isCompound ? Ending.Compound : Ending.Word;
    }

    static ReadOnlySpan<char> Letters(ReadOnlySpan<char> chunk)
    {
        var start = chunk.Length;
        while (start > 0 && char.IsLetterOrDigit(chunk[start - 1]))
            start--;
        return chunk[start..];
    }

    // Words that a hyphen binds inside a line.
    void LearnCompounds(string line)
    {
        for (var at = line.IndexOfAny(['-', '\u2010']); at >= 0; at = line.IndexOfAny(['-', '\u2010'], at + 1))
        {
            var (start, end) = (at, at + 1);
            while (start > 0 && char.IsLetterOrDigit(line[start - 1]))
                start--;
            while (end < line.Length && char.IsLetterOrDigit(line[end]))
                end++;
            if (start < at && end > at + 1)
                _ = compounds.Add(string.Concat(line.AsSpan(start, at - start), "-", line.AsSpan(at + 1, end - at - 1)));
        }
    }
}
