using System.Data.Common;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>
/// Reads the whole store again, slowly and for ever, and checks every row against its hash: damage to what nobody asks for is found
/// while there is still a good backup. What it finds ends all writing (<see cref="GlossaryStore.Failure"/>). Thread-safe.
/// </summary>
public sealed class StoreScrub(GlossaryStore store, TimeProvider time)
{
    const int RowsAtOnce = 1_000;
    static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenPasses = TimeSpan.FromHours(6);

    /// <summary>Scrubs until cancelled or until damage is found: a thousand rows a second, and six hours between two passes.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (store.Failure is null)
        {
            _ = await ScrubAsync(BetweenReads, cancellation);
            await Task.Delay(BetweenPasses, time, cancellation);
        }
    }

    // The column that queues are filtered by is written from the parties and has no part in the row's hash.
    static Conflict ConflictWithFilter(DbDataReader row)
    {
        var conflict = Rows.Conflict(row);
        return row.GetString(row.FieldCount - 1) == StoreWriter.Organisations(conflict) ? conflict : throw Rows.Damaged("conflict", conflict.Key);
    }

    /// <summary>One pass over everything. Gives what is damaged, row by row.</summary>
    /// <param name="pause">Time between two reads of a thousand rows.</param>
    /// <param name="cancellation">Ends the pass.</param>
    public async Task<IReadOnlyList<RefusalException>> ScrubAsync(TimeSpan pause, CancellationToken cancellation)
    {
        List<RefusalException> found = [];
        try
        {
            // First, because an answer for another day goes through the indexes, and only this check sees that they miss a row.
            await foreach (var finding in store.CheckPagesAsync(cancellation))
                found.Add(new(ErrorReason.StorageDamaged, $"The database is damaged ({finding}), and no more writes are taken. Restore it from a backup."));
            await ScrubAsync("revisions r", "r.key", Rows.RevisionColumns, Rows.Revision);
            await ScrubAsync("conflicts", "key", Rows.ConflictColumns + ", organisations", ConflictWithFilter);
            await ScrubAsync("organisations", "key", Rows.OrganisationColumns, Rows.Organisation);
            await ScrubAsync("partnerships", "key", Rows.PartnershipColumns, Rows.Partnership);
            await ScrubAsync("mappings", "key", Rows.MappingColumns, Rows.Mapping);
            await ScrubAsync("acts", "key", Rows.ActColumns, Rows.Act);
            await ScrubAsync("affiliations", "key", Rows.AffiliationColumns, Rows.Affiliation);
            await ScrubAsync("api_keys", "key", Rows.ApiKeyColumns, Rows.ApiKey);
            await ScrubAsync("webhooks", "key", Rows.WebhookColumns, Rows.Webhook);
            await ScrubAsync("changes c", "c.sequence", Rows.ChangeColumns, Rows.Change);
        }
        catch (Exception fault) when (store.Report(fault) is { } refusal)
        {
            found.Add(refusal);
        }

        foreach (var refusal in found)
            _ = store.Report(refusal);
        return found;

        async Task ScrubAsync<T>(string from, string key, string columns, Func<DbDataReader, T> read)
        {
            var last = -long.MaxValue;
            int count;
            do
            {
                (last, count) = await ReadAsync(last);
                await Task.Delay(pause, time, cancellation);
            }
            while (count == RowsAtOnce);

            async Task<(long Last, int Count)> ReadAsync(long after)
            {
                await using var connection = await store.OpenUncachedReaderAsync(cancellation);
                await using var command = connection.CreateCommand();
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT {columns} FROM {from} WHERE {key} > {after} ORDER BY {key} LIMIT {RowsAtOnce}");
                await using var rows = await command.ExecuteReaderAsync(cancellation);
                var seen = 0;
                while (await rows.ReadAsync(cancellation))
                {
                    (after, seen) = (rows.GetInt64(0), seen + 1);
                    try
                    {
                        _ = read(rows);
                    }
                    catch (RefusalException damaged)
                    {
                        found.Add(damaged);
                    }
                }

                return (after, seen);
            }
        }
    }
}
