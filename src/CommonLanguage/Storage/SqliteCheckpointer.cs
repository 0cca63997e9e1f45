using Microsoft.Data.Sqlite;

namespace CommonLanguage.Storage;

/// <summary>
/// Moves the write-ahead log into the database file on a thread of its own, and looks at the result: a checkpoint whose fsync failed
/// ends all writing, and no second one is tried, because the kernel forgets what it could not write. One that found no space is
/// repeated after the next commit.
/// </summary>
sealed class SqliteCheckpointer : IAsyncDisposable
{
    readonly SqliteStore store;
    readonly Func<SqliteConnection> open;
    readonly string log;
    readonly long threshold;
    readonly SemaphoreSlim wake = new(0, 1);
    readonly CancellationTokenSource stop = new();
    Task? loop;

    public SqliteCheckpointer(SqliteStore store, Func<SqliteConnection> open, string log, long threshold)
    {
        this.store = store;
        this.open = open;
        this.log = log;
        this.threshold = threshold;
    }

    public void Wake()
    {
        loop ??= Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (wake.CurrentCount == 0)
            _ = wake.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
            await loop;
        stop.Dispose();
        wake.Dispose();
    }

    void Run()
    {
        SqliteConnection? connection = null;
        try
        {
            while (true)
            {
                try
                {
                    wake.Wait(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    Checkpoint(ref connection, "TRUNCATE");
                    return;
                }

                // PASSIVE never waits for anybody. Where readers and writers have kept it from finishing for long, RESTART makes the
                // next writer begin the log anew, so that the log stays bounded; journal_size_limit then cuts the file.
                var length = new FileInfo(log) is { Exists: true } file ? file.Length : 0;
                if (length >= threshold)
                    Checkpoint(ref connection, length > 4 * threshold ? "RESTART" : "PASSIVE");
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    void Checkpoint(ref SqliteConnection? connection, string mode)
    {
        if (store.Failure is not null)
            return;
        try
        {
            connection ??= open();
            using var command = connection.CreateCommand();
            command.CommandText = mode switch
            {
                "TRUNCATE" => "PRAGMA wal_checkpoint(TRUNCATE)",
                "RESTART" => "PRAGMA wal_checkpoint(RESTART)",
                _ => "PRAGMA wal_checkpoint(PASSIVE)",
            };
            using var row = command.ExecuteReader();
            _ = row.Read();
        }
        catch (SqliteException fault)
        {
            _ = store.Report(fault);
        }
    }
}
