using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// The meanings of words that were asked for lately, ready to send: most programs ask for the same few thousand words. Each word has one
/// place, which the next word of that place takes over; at most 32 MB in all. What is kept holds as long as the group of the word and the
/// directory are the same objects. Thread-safe.
/// </summary>
sealed class HotAnswers
{
    const int Places = 8_192;
    const int LargestKept = 4_096;

    readonly Kept?[] places = new Kept?[Places];

    /// <summary>The meanings, or null when they have to be put together.</summary>
    /// <param name="asked">The word as it was asked for.</param>
    /// <param name="seen">What the asker may see; null = everything.</param>
    /// <param name="snapshot">The tables to answer from.</param>
    public byte[]? Find(string asked, Rights? seen, ReadTables snapshot)
    {
        ref var place = ref places[Place(asked)];
        if (Volatile.Read(ref place) is not { } kept || !ReferenceEquals(kept.Seen, seen) || !string.Equals(kept.Asked, asked, StringComparison.Ordinal))
            return null;
        if (kept.Sequence == snapshot.Sequence)
            return kept.Meanings;
        if (!ReferenceEquals(kept.Group, snapshot.Find(kept.Key)) || !ReferenceEquals(kept.Directory, snapshot.Directory))
            return null;
        Volatile.Write(ref place, kept with { Sequence = snapshot.Sequence });
        return kept.Meanings;
    }

    /// <summary>Keeps meanings that hold until the word or the directory changes, whatever the day.</summary>
    public void Keep(string asked, Rights? seen, ReadTables snapshot, string key, WordGroup group, byte[] meanings)
    {
        if (meanings.Length is > 0 and <= LargestKept)
            Volatile.Write(ref places[Place(asked)], new(asked, seen, key, group, snapshot.Directory, snapshot.Sequence, meanings));
    }

    static int Place(string asked) => StringComparer.Ordinal.GetHashCode(asked) & (Places - 1);

    sealed record Kept(string Asked, Rights? Seen, string Key, WordGroup Group, PartnerDirectory Directory, long Sequence, byte[] Meanings);
}
