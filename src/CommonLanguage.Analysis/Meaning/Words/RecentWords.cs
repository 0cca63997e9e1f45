using System.Runtime.InteropServices;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>
/// What is known of the words met lately: a few thousand words make up most of all definitions, and looking a word up is what reading
/// costs. Holds one word a slot; another word of the same slot takes its place, so the memory is bounded. Only ever saves time: the same
/// word gives the same answer, kept or not. Thread-safe without locks.
/// </summary>
sealed class RecentWords<T>
    where T : class
{
    const int Slots = 8_192;

    readonly Entry?[] slots = new Entry?[Slots];

    /// <summary>What is kept of a word as it is written; null when nothing is.</summary>
    public T? Find(ReadOnlySpan<char> word) =>
        slots[Slot(word)] is { } entry && word.SequenceEqual(entry.Word) ? entry.Facts : null;

    /// <summary>Keeps what is known of a word, and gives it back.</summary>
    public T Keep(ReadOnlySpan<char> word, T facts)
    {
        slots[Slot(word)] = new(word.ToString(), facts);
        return facts;
    }

    // Beginning, end and length tell most words apart.
    static int Slot(ReadOnlySpan<char> word)
    {
        var bytes = MemoryMarshal.AsBytes(word);
        var (first, last) = word.Length >= 4
            ? (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[^8..]))
            : (word.Length > 0 ? word[0] : 0UL, word.Length > 1 ? ((ulong)word[1] << 16) | word[^1] : 0UL);
        var hash = (first * 0x9E37_79B9_7F4A_7C15UL) + (last * 0xC2B2_AE3D_27D4_EB4FUL) + (ulong)word.Length;
        return (int)((hash ^ (hash >> 29)) * 0x9E37_79B9_7F4A_7C15UL >> 51);
    }

    sealed record Entry(string Word, T Facts);
}
