using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>Reads from the store. Thread-safe; each call opens a pooled connection.</summary>
public sealed partial class StoreReader(GlossaryStore store)
{
    // The name of that version among the facts of a store.
    internal const string WordRule = "word_rule";

    /// <summary>The last sequence in the change log, 0 when it is empty.</summary>
    public async Task<long> ReadSequenceAsync(CancellationToken cancellation) =>
        (await ListAsync("SELECT COALESCE(MAX(sequence), 0) FROM changes", row => row.GetInt64(0), cancellation))[0];

    /// <summary>Changes after a sequence, oldest first.</summary>
    public Task<List<Change>> ReadChangesAsync(long after, int limit, CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.ChangeColumns} FROM changes c WHERE c.sequence > @p0 ORDER BY c.sequence LIMIT @p1", Rows.Change, cancellation, after, limit);

    /// <summary>Changes before a sequence, newest first.</summary>
    public Task<List<Change>> ReadChangesBackAsync(long before, int limit, CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.ChangeColumns} FROM changes c WHERE c.sequence < @p0 ORDER BY c.sequence DESC LIMIT @p1", Rows.Change, cancellation, before, limit);

    /// <summary>All organisations.</summary>
    public Task<List<Organisation>> ReadOrganisationsAsync(CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.OrganisationColumns} FROM organisations ORDER BY key", Rows.Organisation, cancellation);

    /// <summary>All partnerships.</summary>
    public Task<List<Partnership>> ReadPartnershipsAsync(CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.PartnershipColumns} FROM partnerships ORDER BY key", Rows.Partnership, cancellation);

    /// <summary>
    /// The revision of each entry that was current at a sequence, by key, whatever other nodes write in the meantime. Keys of damaged
    /// rows go to the list instead.
    /// </summary>
    public async IAsyncEnumerable<Revision> StreamCurrentAsync(long sequence, ICollection<long> damaged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var later = (await ListAsync(
            "SELECT entry_key, MAX(number) FROM revisions WHERE number > 1 AND sequence <= @p0 GROUP BY entry_key", row => (Entry: row[0], Number: row[1]), cancellation, sequence))
            .Where(row => row is { Entry: long, Number: long or int }) // A damaged row may hold anything; it is refused below.
            .ToDictionary(row => (long)row.Entry, row => Convert.ToInt64(row.Number, CultureInfo.InvariantCulture));
        await foreach (var revision in StreamAsync($"SELECT {Rows.RevisionColumns} FROM revisions r ORDER BY r.key", Rows.Revision, damaged, cancellation))
        {
            // Every row is read, so that a damaged one is seen whatever it says of itself.
            if (revision.Sequence <= sequence && revision.Number >= later.GetValueOrDefault(revision.EntryKey, 1))
                yield return revision;
        }
    }

    /// <summary>Revisions with a greater key, by key. Keys of damaged rows go to the list instead.</summary>
    public async Task<List<Revision>> ReadRevisionsAfterAsync(long key, int limit, ICollection<long> damaged, CancellationToken cancellation)
    {
        List<Revision> revisions = [];
        await foreach (var revision in StreamAsync(
            $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.key > @p0 ORDER BY r.key LIMIT @p1", Rows.Revision, damaged, cancellation, key, limit))
            revisions.Add(revision);
        return revisions;
    }

    /// <summary>The current revision of an entry, or null.</summary>
    public async Task<Revision?> FindCurrentAsync(int organisation, string entryId, CancellationToken cancellation) =>
        (await ListAsync(CurrentByName, Rows.Revision, cancellation, organisation, entryId)).FirstOrDefault();

    /// <summary>Revisions of an entry with a smaller number, newest first.</summary>
    public Task<List<Revision>> ReadRevisionsAsync(int organisation, string entryId, int before, int limit, CancellationToken cancellation) =>
        ListAsync(
            $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 AND r.number < @p2 ORDER BY r.number DESC LIMIT @p3",
            Rows.Revision, cancellation, organisation, entryId, before, limit);

    /// <summary>Revisions by their keys, in no order.</summary>
    public Task<List<Revision>> ReadRevisionsAsync(IEnumerable<long> keys, CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.key IN ({Numbers(keys)})", Rows.Revision, cancellation);

    /// <summary>Live entries of an organisation by normal form, then by age, after the given place.</summary>
    public Task<List<Revision>> ReadEntriesAsync(int organisation, string afterForm, long afterEntry, int limit, CancellationToken cancellation) =>
        ListAsync(
            $"""
            SELECT {Rows.RevisionColumns} FROM revisions r
            WHERE {LiveOfOrganisation} AND (r.form > @p1 OR (r.form = @p1 AND r.entry_key > @p2))
            ORDER BY r.form, r.entry_key LIMIT @p3
            """,
            Rows.Revision, cancellation, organisation, afterForm, afterEntry, limit);

    /// <summary>Every revision of every entry that was ever found under a form, by entry, oldest first.</summary>
    public async Task<List<Revision>> ReadHistoryAsync(string form, CancellationToken cancellation)
    {
        // The rows that lead to the entries are checked like all others: a damaged one would lead elsewhere, and its entry be missing.
        var leading = await ListAsync(
            $"""
            SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.form = @p0
            UNION ALL SELECT {Rows.RevisionColumns} FROM forms f JOIN revisions r ON r.key = f.entry_key WHERE f.form = @p0
            """,
            Rows.Revision, cancellation, form);
        var history = new List<Revision>(leading.Count);
        foreach (var entries in leading.Select(revision => (revision.Organisation, revision.EntryId)).Distinct().Chunk(100))
        {
            var values = string.Join(", ", entries.Select((entry, i) => string.Create(CultureInfo.InvariantCulture, $"({entry.Organisation}, @p{i})")));
            history.AddRange(await ListAsync(
                $"""
                WITH e (organisation, entry_id) AS (VALUES {values})
                SELECT {Rows.RevisionColumns} FROM e JOIN revisions r ON r.organisation = e.organisation AND r.entry_id = e.entry_id
                """,
                Rows.Revision, cancellation, [.. entries.Select(entry => entry.EntryId)]));
        }

        history.Sort((a, b) => (a.EntryKey, a.Number).CompareTo((b.EntryKey, b.Number)));
        return history;
    }

    /// <summary>The changes that wrote the given revisions, by sequence.</summary>
    public Task<Dictionary<long, Change>> ReadChangesOfAsync(IEnumerable<Revision> revisions, CancellationToken cancellation) =>
        ReadChangesAsync(revisions.Select(r => r.Sequence).Distinct(), cancellation);

    /// <summary>Changes by their sequences.</summary>
    public async Task<Dictionary<long, Change>> ReadChangesAsync(IEnumerable<long> sequences, CancellationToken cancellation) =>
        (await ListAsync($"SELECT {Rows.ChangeColumns} FROM changes c WHERE c.sequence IN ({Numbers(sequences)})", Rows.Change, cancellation))
        .ToDictionary(change => change.Sequence);

    /// <summary>All conflicts, by key. Keys of damaged rows go to the list instead.</summary>
    public IAsyncEnumerable<Conflict> StreamConflictsAsync(ICollection<long> damaged, CancellationToken cancellation) =>
        StreamAsync($"SELECT {Rows.ConflictColumns} FROM conflicts ORDER BY key", Rows.Conflict, damaged, cancellation);

    /// <summary>Whether any conflict was found by another version of the comparison.</summary>
    public async Task<bool> HasConflictsOfOtherVersionAsync(string version, bool onlyDetected, CancellationToken cancellation) => (await ListAsync(
        FormattableString.Invariant($"SELECT 1 FROM conflicts WHERE comparer_version <> @p0{(onlyDetected ? $" AND state = {(int)ConflictState.Detected}" : "")} LIMIT 1"),
        _ => true,
        cancellation,
        version)).Count > 0;

    /// <summary>The subject of the last change of a kind that has one; null when there is none.</summary>
    public async Task<string?> LastSubjectAsync(ChangeKind kind, CancellationToken cancellation) => (await ListAsync(
        FormattableString.Invariant($"SELECT subject FROM changes WHERE sequence = (SELECT MAX(sequence) FROM changes WHERE kind = {(int)kind} AND subject <> '')"),
        row => row.GetString(0),
        cancellation)).FirstOrDefault();

    /// <summary>Conflicts written after a place in the change log, by sequence, then by key.</summary>
    public Task<List<Conflict>> ReadConflictsAfterAsync(long sequence, long key, int limit, CancellationToken cancellation) =>
        ListAsync(ConflictsAfter, Rows.Conflict, cancellation, sequence, key, limit);

    internal const string ConflictsAfter =
        $"SELECT {Rows.ConflictColumns} FROM conflicts WHERE sequence > @p0 OR (sequence = @p0 AND key > @p1) ORDER BY sequence, key LIMIT @p2";

    /// <summary>Open conflicts of a word in any language.</summary>
    public Task<List<Conflict>> ReadConflictsOfAsync(IEnumerable<string> words, CancellationToken cancellation)
    {
        var list = words.Take(64).ToArray();
        var names = string.Join(", ", list.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")));
        return ListAsync($"SELECT {Rows.ConflictColumns} FROM conflicts WHERE word IN ({names}) ORDER BY key", Rows.Conflict, cancellation, [.. list]);
    }

    /// <summary>The conflict of an id, or null.</summary>
    public async Task<Conflict?> FindConflictAsync(int partnership, string id, CancellationToken cancellation) =>
        (await ListAsync(ConflictByName, Rows.Conflict, cancellation, partnership, id)).FirstOrDefault();

    /// <summary>Conflicts by their keys, in no order.</summary>
    public Task<List<Conflict>> ReadConflictsAsync(IEnumerable<long> keys, CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.ConflictColumns} FROM conflicts WHERE key IN ({Numbers(keys)})", Rows.Conflict, cancellation);

    /// <summary>Everything said and done about a conflict, by number.</summary>
    public Task<List<RecordedAct>> ReadActsAsync(long conflict, CancellationToken cancellation) =>
        ListAsync(ActsOf, Rows.Act, cancellation, conflict);

    /// <summary>Every mapping judged in a conflict, oldest first; of the same two entries the last one counts.</summary>
    public Task<List<Mapping>> ReadMappingsAsync(long conflict, CancellationToken cancellation) =>
        ListAsync(MappingsOf, Rows.Mapping, cancellation, conflict);

    /// <summary>The mappings of an organisation's entries that are confirmed and not overtaken by a later one of the same two, oldest first.</summary>
    public Task<List<Mapping>> ReadMappingsOfAsync(int organisation, CancellationToken cancellation) => ListAsync(
        $"""
        SELECT {Rows.MappingColumns} FROM mappings WHERE state = {(int)MappingState.Confirmed} AND key IN
        (SELECT MAX(key) FROM mappings WHERE organisation_a = @p0 OR organisation_b = @p0 GROUP BY entry_a, entry_b) ORDER BY key
        """,
        Rows.Mapping, cancellation, organisation);

    /// <summary>All affiliations.</summary>
    public Task<List<Affiliation>> ReadAffiliationsAsync(CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.AffiliationColumns} FROM affiliations ORDER BY key", Rows.Affiliation, cancellation);

    /// <summary>All API keys.</summary>
    public Task<List<ApiKey>> ReadApiKeysAsync(CancellationToken cancellation) =>
        ListAsync($"SELECT {Rows.ApiKeyColumns} FROM api_keys ORDER BY key", Rows.ApiKey, cancellation);

    internal const string ConflictByName = $"SELECT {Rows.ConflictColumns} FROM conflicts WHERE partnership = @p0 AND id = @p1";

    internal const string ActsOf = $"SELECT {Rows.ActColumns} FROM acts WHERE conflict = @p0 ORDER BY number";

    internal const string MappingsOf = $"SELECT {Rows.MappingColumns} FROM mappings WHERE conflict = @p0 ORDER BY key";

    /// <summary>A page of the queue: sharpest first, then by key, after the given place; and how many there are in all.</summary>
    public async Task<(List<Conflict> Page, int Total)> ReadQueueAsync(
        QueueFilter filter, double afterSeverity, long afterKey, int limit, CancellationToken cancellation)
    {
        var (where, values) = filter.ToSql();
        var total = await ListAsync($"SELECT COUNT(*) FROM conflicts WHERE {where}", row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), cancellation, values);
        var n = values.Length;
        var page = await ListAsync(
            FormattableString.Invariant($"SELECT {Rows.ConflictColumns} FROM conflicts WHERE {where} AND (severity < @p{n} OR (severity = @p{n} AND key > @p{n + 1})) ORDER BY severity DESC, key LIMIT @p{n + 2}"),
            Rows.Conflict, cancellation, [.. values, afterSeverity, afterKey, limit]);
        return (page, total[0]);
    }

    /// <summary>A page of a person's queue, in its order, after the given place.</summary>
    public async Task<List<QueuePlace>> ReadPlacesAsync(PersonalQueue queue, QueuePlace after, int limit, CancellationToken cancellation)
    {
        List<QueuePlace> page = [];
        foreach (var (knowsBothSides, sql, values) in queue.Pages(after))
        {
            page.AddRange(await ListAsync(sql, row => new QueuePlace(knowsBothSides, row.GetDouble(0), row.GetInt64(1)), cancellation, [.. values, limit - page.Count]));
            if (page.Count == limit)
                break;
        }

        return page;
    }

    /// <summary>How many conflicts a person's queue holds.</summary>
    public async Task<int> CountPlacesAsync(PersonalQueue queue, CancellationToken cancellation) =>
        (await ListAsync(queue.Count, row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), cancellation))[0];

    /// <summary>The version of the rule that made the stored keys of words; null where none is noted.</summary>
    internal async Task<string?> ReadWordRuleAsync(CancellationToken cancellation) =>
        (await ListAsync("SELECT value FROM meta WHERE name = @p0", row => row.GetString(0), cancellation, WordRule)).FirstOrDefault();

    /// <summary>How often words were used; one that never was is left out.</summary>
    public Task<List<WordUse>> ReadUsesAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var names = string.Join(", ", words.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")).DefaultIfEmpty("NULL"));
        return ListAsync($"SELECT word, look_ups, document_hits FROM uses WHERE word IN ({names})", Rows.Use, cancellation, [.. words]);
    }

    /// <summary>The keys of all conflicts of the queue, sharpest first, then by key: its order, without what it holds.</summary>
    public Task<List<long>> ReadQueueOrderAsync(QueueFilter filter, CancellationToken cancellation)
    {
        var (where, values) = filter.ToSql();
        return ListAsync($"SELECT key FROM conflicts WHERE {where} ORDER BY severity DESC, key", row => row.GetInt64(0), cancellation, values);
    }

    /// <summary>Number of live entries of an organisation.</summary>
    public async Task<int> CountEntriesAsync(int organisation, CancellationToken cancellation) =>
        (await ListAsync(
            $"SELECT COUNT(*) FROM revisions r WHERE {LiveOfOrganisation}",
            row => Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), cancellation, organisation))[0];

    /// <summary>The first characters of the normal forms of an organisation's live entries, in the order of those.</summary>
    public async Task<List<string>> ReadInitialsAsync(int organisation, CancellationToken cancellation)
    {
        var initials = await ListAsync(
            $"SELECT DISTINCT substr(r.form, 1, 1) FROM revisions r WHERE {LiveOfOrganisation}", row => row.GetString(0), cancellation, organisation);
        initials.Sort(string.CompareOrdinal);
        return initials;
    }

    // The newest revisions of an organisation's entries (@p0), where they are published.
    static readonly string LiveOfOrganisation =
        $"""
        r.organisation = @p0 AND r.state = {(int)RevisionState.Published}
        AND NOT EXISTS (SELECT 1 FROM revisions later WHERE later.organisation = r.organisation AND later.entry_id = r.entry_id AND later.number = r.number + 1)
        """;

    internal const string CurrentByName =
        $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 ORDER BY r.number DESC LIMIT 1";

    async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params object[] values)
    {
        List<T> result = [];
        await foreach (var value in StreamAsync(sql, read, damaged: null, cancellation, values))
            result.Add(value);
        return result;
    }

    async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, Func<DbDataReader, T> read, ICollection<long>? damaged, [EnumeratorCancellation] CancellationToken cancellation, params object[] values)
    {
        await using var connection = await Guarded(store.OpenReaderAsync(cancellation).AsTask());
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i];
            _ = command.Parameters.Add(parameter);
        }

        await using var rows = await Guarded(command.ExecuteReaderAsync(cancellation));
        while (await Guarded(rows.ReadAsync(cancellation)))
        {
            T value;
            try
            {
                value = read(rows);
            }
            catch (Exception fault) when (store.Report(fault) is { } refusal)
            {
                if (damaged is null || refusal.Reason != ErrorReason.StorageDamaged)
                    throw refusal;
                damaged.Add(rows.GetInt64(0));
                continue;
            }

            yield return value;
        }
    }

    async Task<T> Guarded<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (Exception fault) when (fault is not RefusalException && store.Report(fault) is { } refusal)
        {
            throw refusal;
        }
    }

    static string Numbers(IEnumerable<long> numbers) =>
        string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("-1"));
}
