using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// Every judgement is pinned to the revisions it judged: it holds until one of them is superseded by a change of meaning, or somebody
/// joins whose meaning parts from the others'. A new version of the comparison alone changes nothing.
/// </summary>
static class Staleness
{
    /// <summary>Why what people decided of a conflict no longer holds, in one sentence; null while it does.</summary>
    /// <param name="decided">The conflict with the revisions that were judged.</param>
    /// <param name="judgement">What the comparison says now; null when fewer than two organisations use the word.</param>
    /// <param name="group">Who uses the word now.</param>
    /// <param name="directory">Names of organisations.</param>
    /// <param name="revision">Reads a revision by the store's number.</param>
    public static string? ReasonOf(
        Conflict decided, WordJudgement? judgement, WordGroup group, PartnerDirectory directory, Func<long, Revision> revision)
    {
        foreach (var posting in group.Postings)
        {
            var sense = posting.Sense;
            foreach (var pin in decided.Parties)
            {
                if (pin.EntryKey == sense.EntryKey && pin.RevisionKey != sense.RevisionKey
                    && MeaningChange.Of(revision(pin.RevisionKey).Content, sense.Term, sense.Definition, sense.Language.Value) is { } change)
                    return $"{directory[sense.Organisation].DisplayName} has changed its definition of '{decided.Term}' ({change}).";
            }
        }

        if (judgement is null)
            return null;
        foreach (var pair in judgement.Pairs)
        {
            if (pair.Comparison.Conflict < MeaningComparer.ConflictThreshold)
                continue;
            foreach (var sense in (ReadOnlySpan<Sense>)[judgement.Senses[pair.A], judgement.Senses[pair.B]])
            {
                if (!decided.Parties.Any(pin => pin.EntryKey == sense.EntryKey))
                    return $"{directory[sense.Organisation].DisplayName} has added a definition of '{decided.Term}' that parts from the others.";
            }
        }

        return null;
    }
}
