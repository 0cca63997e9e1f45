using System.Text;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>A paragraph of a DOCX or PDF file while it is gathered. Not thread-safe.</summary>
sealed class PagedParagraph
{
    readonly StringBuilder text = new();
    readonly List<(int Start, int End, PieceKind Kind)> pieces = [];

    public BlockKind Kind { get; set; }

    /// <summary>Whether it is read; code and tables of contents are not.</summary>
    public bool IsRead { get; set; } = true;

    public StringBuilder Text => text;

    /// <summary>The pieces, one after the other, by their place in the text.</summary>
    public IReadOnlyList<(int Start, int End, PieceKind Kind)> Pieces => pieces;

    public void Add(string words, PieceKind kind = PieceKind.Read)
    {
        if (words.Length == 0)
            return;
        var start = text.Length;
        _ = text.Append(words);
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = pieces[^1] with { End = text.Length };
        else
            pieces.Add((start, text.Length, kind));
    }

    /// <summary>Adds the place of something that is no text.</summary>
    public void AddHole() => Add(TextBuilder.Hole.ToString(), PieceKind.Unread);
}
