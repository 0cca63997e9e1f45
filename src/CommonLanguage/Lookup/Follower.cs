using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Lookup;

/// <summary>Brings the read tables up to the change log where other nodes have written. On SQLite nobody else writes.</summary>
public sealed class Follower(LiveTables tables)
{
    /// <summary>
    /// The snapshot at the state of the open transaction of the writer, which no other node can overtake. Called on the writer's thread.
    /// </summary>
    public ReadTables CatchUp(StoreWriter writer)
    {
        var current = tables.Current;
        if (writer.Sequence == current.Sequence)
            return current;
        var revisions = writer.Query(
            $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.sequence > @p0 ORDER BY r.key", Rows.Revision, current.Sequence);
        var before = new Dictionary<long, Revision>();
        var changes = new List<(Revision?, Revision)>();
        foreach (var revision in revisions)
        {
            if (revision.Number > 1 && !before.ContainsKey(revision.EntryKey))
            {
                before[revision.EntryKey] = writer.Query(
                    $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 AND r.number = @p2",
                    Rows.Revision, revision.Organisation, revision.EntryId, revision.Number - 1)[0];
            }

            changes.Add((before.GetValueOrDefault(revision.EntryKey), revision));
            before[revision.EntryKey] = revision;
        }

        return current.Apply(new(
            writer.Sequence,
            [.. writer.Query($"SELECT {Rows.OrganisationColumns} FROM organisations WHERE sequence > @p0", Rows.Organisation, current.Sequence)],
            [.. writer.Query($"SELECT {Rows.PartnershipColumns} FROM partnerships WHERE sequence > @p0", Rows.Partnership, current.Sequence)],
            [.. changes],
            [.. writer.Query($"SELECT {Rows.ConflictColumns} FROM conflicts WHERE sequence > @p0 ORDER BY key", Rows.Conflict, current.Sequence)])
        {
            Affiliations = [.. writer.Query($"SELECT {Rows.AffiliationColumns} FROM affiliations WHERE sequence > @p0", Rows.Affiliation, current.Sequence)],
            ApiKeys = [.. writer.Query($"SELECT {Rows.ApiKeyColumns} FROM api_keys WHERE sequence > @p0", Rows.ApiKey, current.Sequence)],
        });
    }
}
