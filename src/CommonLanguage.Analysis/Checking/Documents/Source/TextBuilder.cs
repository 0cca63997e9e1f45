using System.Text;

namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>Gathers the text of a document with where it comes from. Not thread-safe.</summary>
sealed class TextBuilder(string source)
{
    /// <summary>Stands for something inside a sentence that is not read: code, a formula, a picture.</summary>
    public const char Hole = '\uFFFC';

    readonly StringBuilder text = new(source.Length);
    readonly List<Block> blocks = [];
    readonly List<Comment> comments = [];
    readonly SourceMap map = new();
    readonly SourceParts unread = new(), kept = new();
    int blockStart;
    BlockKind kind;

    public string Source => source;

    /// <summary>Settings at the head of the document, YAML; null when it has none.</summary>
    public string? FrontMatter { get; set; }

    /// <summary>Begins a block; ends the one before.</summary>
    public void Begin(BlockKind next)
    {
        End();
        kind = next;
    }

    /// <summary>Ends the block; what follows is a new one of the same kind.</summary>
    public void End()
    {
        if (text.Length > blockStart)
        {
            blocks.Add(new(blockStart, text.Length, kind));
            // The line feed keeps words of two blocks apart; it belongs to neither and comes from nowhere.
            _ = text.Append('\n');
        }

        blockStart = text.Length;
    }

    /// <summary>Says that a part of the source is not read, whatever stands around it; before it is read.</summary>
    public void Leave(int start, int end, bool isSilent = false) => unread.Add(start, end, isSilent);

    /// <summary>Says that a part of the source is not edited: something else goes by its letters.</summary>
    public void Keep(int start, int end) => kept.Add(start, end);

    /// <summary>Takes a part of the source as it is, but for what is not read.</summary>
    public void Copy(int start, int end)
    {
        if (!unread.IsEmpty)
        {
            foreach (var part in unread.Within(start, end))
            {
                Take(start, part.Start);
                if (!part.IsSilent)
                    Put([Hole], Math.Max(start, part.Start), Math.Min(end, part.End));
                start = Math.Min(end, part.End);
            }
        }

        Take(start, end);
    }

    void Take(int start, int end)
    {
        if (end <= start)
            return;
        map.Add(text.Length, end - start, start, end - start);
        _ = text.Append(source, start, end - start);
    }

    /// <summary>Takes what a part of the source stands for.</summary>
    public void Replace(ReadOnlySpan<char> decoded, int start, int end)
    {
        if (unread.IsEmpty || !unread.Overlaps(start, end))
            Put(decoded, start, end);
    }

    void Put(ReadOnlySpan<char> decoded, int start, int end)
    {
        map.Add(text.Length, decoded.Length, start, end - start);
        _ = text.Append(decoded);
    }

    /// <summary>Takes a soft line break.</summary>
    public void Space(int start, int end) => Replace(" ", start, end);

    /// <summary>Leaves a part of the source out.</summary>
    public void Skip(int start, int end) => Replace([Hole], start, end);

    public void AddComment(int start, int end, string comment) => comments.Add(new(start, end, comment));

    public Document Build(string name, DocumentFormat format, int byteOffset = 0, IReadOnlyList<int>? pageStarts = null)
    {
        End();
        return new(name, format, source, text.ToString(), [.. blocks], [.. comments.OrderBy(comment => comment.Start)], FrontMatter, map, kept.Ordered(), byteOffset, pageStarts);
    }
}
