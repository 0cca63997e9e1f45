using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Lookup;

/// <summary>
/// What a word meant on a day, from the store: slower than the tables by far, right for every day. A revision holds from its first
/// valid day, or else from the day it was published (UTC), until the next revision's first day, or its own last.
/// </summary>
public sealed class StoredLookup(StoreReader reader)
{
    /// <summary>Everything under a normal form on a day.</summary>
    internal async ValueTask<(PartnerDirectory Directory, WordGroup Group, long Sequence)> FindAsync(string key, DateOnly day, CancellationToken cancellation)
    {
        var sequence = await reader.ReadSequenceAsync(cancellation);
        var directory = PartnerDirectory.Empty.With(
            await reader.ReadOrganisationsAsync(cancellation), await reader.ReadPartnershipsAsync(cancellation));
        var history = await reader.ReadHistoryAsync(key, cancellation);
        var written = await reader.ReadChangesOfAsync(history, cancellation);
        var group = WordGroup.Empty;
        foreach (var entry in history.GroupBy(revision => revision.EntryKey))
        {
            if (InForce([.. entry], written, day) is not { State: RevisionState.Published } revision)
                continue;
            var (sense, postings) = Sense.Of(revision);
            foreach (var (form, posting) in sense.Keys.Zip(postings))
            {
                if (string.Equals(form, key, StringComparison.Ordinal))
                    group = group.With(posting);
            }
        }

        var words = group.Postings.SelectMany(posting => posting.Sense.Keys).Append(key).Distinct(StringComparer.Ordinal);
        foreach (var conflict in await reader.ReadConflictsOfAsync(words, cancellation))
        {
            if (group.Postings.Any(posting => conflict.Parties.Any(party => party.EntryKey == posting.Sense.EntryKey)))
                group = group.With(conflict, directory);
        }

        return (directory, group, sequence);
    }

    static Revision? InForce(IReadOnlyList<Revision> oldestFirst, Dictionary<long, Change> written, DateOnly day)
    {
        for (var i = oldestFirst.Count - 1; i >= 0; i--)
        {
            var revision = oldestFirst[i];
            var published = DateOnly.FromDateTime(written[revision.Sequence].Time.UtcDateTime);
            // An entry is retired on the day somebody retired it, whatever day its meaning began on.
            var from = revision.State == RevisionState.Published ? revision.Content.ValidFrom ?? published : published;
            if (from > day)
                continue;
            return revision.Content.ValidTo <= day ? null : revision;
        }

        return null;
    }
}
