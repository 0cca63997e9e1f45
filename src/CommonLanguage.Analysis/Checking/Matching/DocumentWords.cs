using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>
/// The words of a document, read block by block where they are asked for, one document at a time in the same memory: of most blocks
/// nobody asks for them. Not thread-safe.
/// </summary>
sealed class DocumentWords(TokenCache cache)
{
    readonly List<DocumentWord> words = [];
    readonly Dictionary<int, (int First, int Last)> blocks = [];
    Document? read;

    /// <summary>The words of a block that lie within a part of its text. Holds until others are asked for.</summary>
    public ReadOnlySpan<DocumentWord> In(Document document, int block, int start, int end)
    {
        if (!ReferenceEquals(read, document))
        {
            read = document;
            words.Clear();
            blocks.Clear();
        }

        if (!blocks.TryGetValue(block, out var all))
            blocks.Add(block, all = Read(document.Text, document.Blocks[block]));
        var first = FirstFrom(start, all.First, all.Last);
        var last = FirstFrom(end, first, all.Last);
        // The word before the end may go beyond it.
        if (last > first && words[last - 1].End > end)
            last--;
        return CollectionsMarshal.AsSpan(words)[first..last];
    }

    (int First, int Last) Read(string text, Block block)
    {
        var first = words.Count;
        var walk = new TermTokenizer(text.AsSpan(0, block.End), block.Start);
        while (walk.MoveNext())
        {
            if (walk.IsWord)
                words.Add(new(walk.Start, walk.End, cache.Key(text.AsSpan(walk.Start, walk.End - walk.Start))));
        }

        return (first, words.Count);
    }

    int FirstFrom(int place, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (words[middle].Start < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
