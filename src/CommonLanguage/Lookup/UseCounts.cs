using System.Collections.Concurrent;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// How often words in conflict were looked up or met in documents since it was last asked: what a conflict is exposed to. Counted beside
/// the answers, in memory; what was not written down yet is lost with the process. Thread-safe.
/// </summary>
public sealed class UseCounts
{
    readonly ConcurrentDictionary<string, Tally> tallies = new(StringComparer.Ordinal);

    /// <summary>A look-up was answered with everything known under a word.</summary>
    public void LookedUp(WordGroup group)
    {
        foreach (var mark in group.Conflicts)
            _ = Interlocked.Increment(ref Of(mark.Word).LookUps);
    }

    /// <summary>A document check has met a word in conflict.</summary>
    /// <param name="word">Normal form.</param>
    /// <param name="places">In how many places of the document.</param>
    public void MetInDocument(string word, int places) => _ = Interlocked.Add(ref Of(word).DocumentHits, places);

    /// <summary>What was counted, and counts anew.</summary>
    public IReadOnlyList<WordUse> Take() =>
    [
        .. tallies.Select(word => new WordUse(word.Key, Interlocked.Exchange(ref word.Value.LookUps, 0), Interlocked.Exchange(ref word.Value.DocumentHits, 0)))
            .Where(use => use.Total > 0),
    ];

    /// <summary>Counts again what could not be written down.</summary>
    public void Return(IEnumerable<WordUse> uses)
    {
        foreach (var use in uses)
        {
            var tally = Of(use.Word);
            _ = Interlocked.Add(ref tally.LookUps, use.LookUps);
            _ = Interlocked.Add(ref tally.DocumentHits, use.DocumentHits);
        }
    }

    // A word in conflict is counted from its first use on: there are never more of them than conflicts.
    Tally Of(string word) => tallies.GetOrAdd(word, static _ => new());

    sealed class Tally
    {
        public long LookUps;
        public long DocumentHits;
    }
}
