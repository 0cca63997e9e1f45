using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>
/// A document as its readers read it: the words they see, without markup, code and addresses, and for each of them where it stands
/// in the file. Immutable and thread-safe.
/// </summary>
public sealed class Document
{
    readonly SourceMap map;
    readonly SourceParts kept;
    readonly Lazy<References> references;
    readonly Lazy<SourcePositions> positions;
    readonly IReadOnlyList<int>? pageStarts;

    internal Document(
        string name, DocumentFormat format, string source, string text, ImmutableArray<Block> blocks, ImmutableArray<Comment> comments,
        string? frontMatter, SourceMap map, SourceParts kept, int byteOffset, IReadOnlyList<int>? pageStarts)
    {
        (Name, Format, Source, Text, Blocks, Comments, FrontMatter) = (name, format, source, text, blocks, comments, frontMatter);
        (this.map, this.kept, this.pageStarts) = (map, kept, pageStarts);
        references = new(() => References.In(source));
        positions = new(() => new(source, byteOffset));
    }

    /// <summary>Name of the file, as findings show it.</summary>
    public string Name { get; }

    /// <summary>How it is written.</summary>
    public DocumentFormat Format { get; }

    /// <summary>The file as text; of DOCX and PDF, their paragraphs or lines, each ended by a line feed.</summary>
    public string Source { get; }

    /// <summary>What is read.</summary>
    public string Text { get; }

    /// <summary>The blocks of the text, in its order.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>The comments, in the order of the source.</summary>
    public ImmutableArray<Comment> Comments { get; }

    /// <summary>Settings at the head of the file, YAML; null when there are none.</summary>
    public string? FrontMatter { get; }

    /// <summary>Whether the file itself is text, so that places are places in the file and it can be edited.</summary>
    public bool IsText => Format is not (DocumentFormat.Docx or DocumentFormat.Pdf);

    /// <summary>Where a part of the text, not an empty one, stands in the file.</summary>
    public Place PlaceOf(int start, int end)
    {
        var (from, to) = map.Source(start, end);
        return PlaceInSource(from, to);
    }

    /// <summary>The place of a part of the source.</summary>
    public Place PlaceInSource(int start, int end)
    {
        var (line, column) = positions.Value.LineAndColumn(start);
        var (endLine, endColumn) = positions.Value.LineAndColumn(end);
        return new(start, end, positions.Value.Bytes(start), positions.Value.Bytes(end), line, column, endLine, endColumn, PageOf(start));
    }

    /// <summary>Number of lines of the source.</summary>
    public int LineCount => positions.Value.LineCount;

    /// <summary>A line of the source, counted from 1, without its line break.</summary>
    public string Line(int number)
    {
        var (start, end) = positions.Value.Line(number);
        return Source[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>
    /// Whether a part of the text can be replaced: it stands in the source as it is, without markup inside, and nothing goes by its letters,
    /// as a link goes by a label and a reference by a heading.
    /// </summary>
    internal bool IsEditable(int start, int end)
    {
        var (from, to) = map.Source(start, end);
        return IsText && to - from == end - start && Source.AsSpan(from, to - from).SequenceEqual(Text.AsSpan(start, end - start))
            && !kept.Overlaps(from, to) && !(BlockAt(start) is { Kind: BlockKind.Heading } heading && references.Value.Have(Text[heading.Start..heading.End]));
    }

    Block BlockAt(int at)
    {
        var (low, high) = (0, Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (Blocks[middle].Start <= at)
                low = middle;
            else
                high = middle - 1;
        }

        return Blocks[low];
    }

    int PageOf(int at)
    {
        if (pageStarts is null)
            return 0;
        var page = 0;
        while (page < pageStarts.Count && pageStarts[page] <= at)
            page++;
        return page;
    }
}
