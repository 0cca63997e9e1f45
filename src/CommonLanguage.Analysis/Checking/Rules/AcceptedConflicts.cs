using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>
/// The accepted senses against the snapshot: silent until one of the definitions changes its meaning, then speaks once in a check.
/// Not thread-safe.
/// </summary>
sealed class AcceptedConflicts(AcceptedSenses senses, DateOnly today)
{
    readonly Dictionary<string, List<AcceptedSense>> byTerm = senses.All
        .Where(sense => sense.Until is null || today < sense.Until)
        .GroupBy(sense => NormalForm.Of(sense.Term), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    readonly HashSet<AcceptedSense> spoken = [];

    public enum Answer
    {
        /// <summary>Nobody has accepted it.</summary>
        No,
        /// <summary>Accepted, and nothing has changed since.</summary>
        Silent,
        /// <summary>Accepted, and a meaning has changed since.</summary>
        Changed,
    }

    public Answer Ask(string word, SnapshotEntry a, SnapshotEntry b, out AcceptedSense? sense)
    {
        sense = null;
        if (byTerm.Count == 0 || !byTerm.TryGetValue(NormalForm.Of(word), out var found))
            return Answer.No;
        foreach (var candidate in found)
        {
            var (was, also) = (Meaning(candidate, a.Name), Meaning(candidate, b.Name));
            if (was is null || also is null)
                continue;
            sense = candidate;
            if (SaysTheSame(a, was.Definition) && SaysTheSame(b, also.Definition))
                return Answer.Silent;
            return spoken.Add(candidate) ? Answer.Changed : Answer.Silent;
        }

        return Answer.No;
    }

    static AcceptedMeaning? Meaning(AcceptedSense sense, string entry)
    {
        foreach (var meaning in sense.Entries)
        {
            if (string.Equals(meaning.Entry, entry, StringComparison.Ordinal))
                return meaning;
        }

        return null;
    }

    // A comma is no change of meaning: the comparison decides.
    static bool SaysTheSame(SnapshotEntry now, string then)
    {
        if (string.Equals(now.Definition, then, StringComparison.Ordinal))
            return true;
        var comparison = MeaningComparer.Compare(DefinitionReading.Of(now.Term, then, now.Language), DefinitionReading.Of(now.Term, now.Definition, now.Language));
        return comparison.Relation == Relation.Exact && comparison.Conflict < MeaningComparer.ConflictThreshold;
    }
}
