using System.Text;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Gathers the paragraphs of a file that is no text; they, each ended by a line feed, are its source. Text in a font of fixed width is
/// code where most of the document is set in another. Not thread-safe.
/// </summary>
sealed class PagedText(string name)
{
    const int LongestText = 64 * 1024 * 1024;

    readonly StringBuilder source = new();
    readonly List<(int Start, PagedParagraph Paragraph)> paragraphs = [];
    long letters, fixedLetters;

    /// <summary>Where the next paragraph will begin in the source.</summary>
    public int Length => source.Length;

    public void Add(PagedParagraph paragraph) => Add(paragraph, '\n');

    /// <summary>Adds a paragraph and the character that parts it from the next: a blank where both stand in one line.</summary>
    public void Add(PagedParagraph paragraph, char separator)
    {
        paragraphs.Add((source.Length, paragraph));
        _ = source.Append(paragraph.Text).Append(separator);
        foreach (var (start, end, kind) in paragraph.Pieces)
        {
            letters += end - start;
            fixedLetters += kind == PieceKind.FixedWidth ? end - start : 0;
        }

        CheckLength(name, source.Length);
    }

    /// <summary>Refuses a file of more characters than are read.</summary>
    /// <exception cref="UnreadableInputException">It has more.</exception>
    public static void CheckLength(string name, long characters)
    {
        if (characters > LongestText)
            throw new UnreadableInputException($"'{name}' holds more text than is read; split it.");
    }

    public Document Build(DocumentFormat format, IReadOnlyList<int>? pageStarts = null)
    {
        var text = new TextBuilder(source.ToString());
        var isFixedCode = fixedLetters * 2 < letters;
        foreach (var (at, paragraph) in paragraphs)
        {
            if (!paragraph.IsRead)
                continue;
            text.Begin(paragraph.Kind);
            foreach (var (start, end, kind) in paragraph.Pieces)
            {
                if (kind == PieceKind.Read || (kind == PieceKind.FixedWidth && !isFixedCode))
                    text.Copy(at + start, at + end);
                else if (kind != PieceKind.Dropped)
                    text.Skip(at + start, at + end);
            }
        }

        return text.Build(name, format, pageStarts: pageStarts);
    }
}
