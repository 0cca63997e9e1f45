using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// The meanings of words that are asked for again and again, ready to send: most programs ask for the same few thousand words. Each word
/// has one place; another word of that place takes it over when it was the last two to be missed there, so that who goes through a whole
/// glossary once drives nobody out. At most 32 MB in all. What is kept holds as long as the group of the word and the directory are the
/// same objects. Thread-safe.
/// </summary>
sealed class HotAnswers
{
    const int Places = 8_192;
    const int LargestKept = 4_096;

    readonly Kept?[] places = new Kept?[Places];
    readonly int[] missed = new int[Places];

    /// <summary>The word and its meanings; null when they have to be put together.</summary>
    /// <param name="asked">The word as it was asked for.</param>
    /// <param name="seen">What the asker may see; null = everything.</param>
    /// <param name="snapshot">The tables to answer from.</param>
    public (WordGroup Group, byte[] Meanings)? Find(string asked, Rights? seen, ReadTables snapshot)
    {
        ref var place = ref places[Hash(asked) & (Places - 1)];
        if (Volatile.Read(ref place) is not { } kept || !ReferenceEquals(kept.Seen, seen) || !string.Equals(kept.Asked, asked, StringComparison.Ordinal))
            return null;
        if (kept.Sequence == snapshot.Sequence)
            return (kept.Group, kept.Meanings);
        if (!ReferenceEquals(kept.Group, snapshot.Find(kept.Key)) || !ReferenceEquals(kept.Directory, snapshot.Directory))
            return null;
        Volatile.Write(ref place, kept with { Sequence = snapshot.Sequence });
        return (kept.Group, kept.Meanings);
    }

    /// <summary>Keeps meanings that hold until the word or the directory changes, whatever the day.</summary>
    public void Keep(string asked, Rights? seen, ReadTables snapshot, string key, WordGroup group, byte[] meanings)
    {
        if (meanings.Length is 0 or > LargestKept)
            return;
        var hash = Hash(asked);
        var place = hash & (Places - 1);
        if (missed[place] == hash)
            Volatile.Write(ref places[place], new(asked, seen, key, group, snapshot.Directory, snapshot.Sequence, meanings));
        missed[place] = hash;
    }

    static int Hash(string asked) => StringComparer.Ordinal.GetHashCode(asked);

    sealed record Kept(string Asked, Rights? Seen, string Key, WordGroup Group, PartnerDirectory Directory, long Sequence, byte[] Meanings);
}
