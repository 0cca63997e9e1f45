using System.Data.Common;
using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CommonLanguage.Storage;

/// <summary>
/// One SQLite file in the data directory. Write-ahead log with synchronous=FULL: a commit is on the disk before it is acknowledged.
/// Checkpoints are made here, not by SQLite, because it hides an fsync that fails inside an automatic checkpoint.
/// </summary>
public sealed class SqliteStore : GlossaryStore
{
    const long CheckpointBytes = 8L * 1024 * 1024;

    // What is kept of a log that was moved: written over, a commit is cheaper than where the file grows, and just below the length that
    // asks for the next checkpoint.
    const long KeptBytes = CheckpointBytes - (64 * 1024);

    readonly DataDirectory directory;
    readonly string file;
    readonly string readString;
    readonly bool syncsEachCommit;
    readonly SqliteStoreWriter writer;
    readonly SqliteCheckpointer checkpointer;

    internal SqliteStore(StorageOptions options, TimeProvider time)
    {
        directory = DataDirectory.Open(options.DataDirectory);
        file = Path.Combine(directory.Path, "commonlanguage.db");
        readString = ConnectionString(SqliteOpenMode.ReadWrite, pooling: true);
        syncsEachCommit = options.SyncsEachCommit;
        writer = new SqliteStoreWriter(OpenWriter, time);
        checkpointer = new SqliteCheckpointer(this, OpenWriter, file + "-wal", CheckpointBytes);
    }

    /// <inheritdoc/>
    public override string Description => $"database {file}";

    /// <inheritdoc/>
    public override string IndexDirectory => Path.Combine(directory.Path, "index");

    /// <inheritdoc/>
    public override StoreWriter Writer => writer;

    string NoteFile => Path.Combine(directory.Path, "sequence.note");

    private protected override bool Exists => File.Exists(file);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await checkpointer.DisposeAsync();
        await writer.DisposeAsync();
        using (var pooled = new SqliteConnection(readString))
            SqliteConnection.ClearPool(pooled);
        directory.Dispose();
    }

    internal override void Committed(long sequence, ContentHash hash)
    {
        base.Committed(sequence, hash);
        try
        {
            directory.WriteNote(sequence, Id, hash);
        }
        catch (IOException fault) when (StorageFault.IsFull(fault))
        {
            // The change itself is durable; an older note only guards less.
        }
        catch (IOException fault)
        {
            Fail(StorageFault.DiskFailed(fault));
        }

        checkpointer.Wake();
    }

    internal override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellation) => await OpenAsync(readString, cancellation);

    internal override async ValueTask<DbConnection> OpenUncachedReaderAsync(CancellationToken cancellation) =>
        await OpenAsync(ConnectionString(SqliteOpenMode.ReadWrite, pooling: false), cancellation);

    // Table by table, so that no reader keeps the log from being moved for longer than one table takes.
    internal override async IAsyncEnumerable<string> CheckPagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        List<string> tables = [];
        await using (var connection = await OpenUncachedReaderAsync(cancellation))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                tables.Add(rows.GetString(0));
        }

        foreach (var table in tables)
        {
            await using var connection = await OpenUncachedReaderAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA integrity_check(\"{table}\")";
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                if (rows.GetString(0) is var finding and not "ok")
                    yield return finding;
            }
        }
    }

    internal override string ReadThroughIndex(string index) => $"INDEXED BY \"{index}\"";

    private protected override async Task<bool> HasMigrationsTableAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        return (long)(await command.ExecuteScalarAsync(cancellation))! == 1;
    }

    private protected override GlossaryContext CreateContext() =>
        new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(writer.Connection).Options);

    private protected override async Task BeforeMigrationAsync(string? version, CancellationToken cancellation)
    {
        if (version is not null)
            await BackUpAsync(Path.Combine(directory.Path, $"commonlanguage-{version}.db"), cancellation);

        // A row in this table is EF Core's lock. A process that is killed while it migrates leaves it behind, and the next one would
        // wait for ever; the lock of the data directory says that nobody migrates now.
        await using var command = writer.Connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        _ = await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// The change noted last must be in the database: otherwise its write-ahead log is gone or another's, or it is another file.
    /// </summary>
    private protected override async Task CheckAsync(bool isEmpty, CancellationToken cancellation)
    {
        if (directory.ReadNote() is not var (sequence, store, hash))
            return;
        if (isEmpty)
        {
            throw Damaged(
                $"The database {file} is missing or empty, but change {sequence} was acknowledged. Put it back or restore a backup; to begin anew, delete {NoteFile}.");
        }

        await using var connection = await OpenReaderAsync(cancellation);
        var id = await ReadAsync(connection, "SELECT value FROM meta WHERE name = 'store_id'", cancellation) as string ?? "";
        if (!id.StartsWith(store, StringComparison.Ordinal))
        {
            throw Damaged(
                $"The database {file} is store {id[..Math.Min(8, id.Length)]}, but this data directory belongs to store {store}. Put the right file back; to go on with this one, delete {NoteFile}.");
        }

        var last = await ReadAsync(connection, "SELECT COALESCE(MAX(sequence), 0) FROM changes", cancellation) as long? ?? 0;
        if (last < sequence)
        {
            throw Damaged(
                $"The database {file} stands at change {last}, but change {sequence} was acknowledged: it has lost changes. Put back its write-ahead log (commonlanguage.db-wal) or restore a backup; to accept the loss, delete {NoteFile}.");
        }

        var stored = await ReadAsync(connection, FormattableString.Invariant($"SELECT hash FROM changes WHERE sequence = {sequence}"), cancellation) as byte[];
        if (stored is not { Length: ContentHash.Size } || ContentHash.Of(stored).ToString() != hash)
        {
            throw Damaged(
                $"Change {sequence} of the database {file} is not the one that was acknowledged: its write-ahead log (commonlanguage.db-wal) belongs to another database. Put back the right one or restore a backup.");
        }
    }

    /// <summary>A disk that became read-only under the open file gives the error of a failed write.</summary>
    private protected override RefusalException? Explain(Exception fault)
    {
        if (fault is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_IOERR_WRITE } && !directory.IsWritable)
            return StorageFault.ReadOnly(fault);
        return base.Explain(fault);
    }

    async Task BackUpAsync(string copy, CancellationToken cancellation)
    {
        var unfinished = copy + ".part";
        File.Delete(unfinished);
        await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await target.OpenAsync(cancellation);
            writer.Connection.BackupDatabase(target);
        }

        File.Move(unfinished, copy, overwrite: true);
    }

    SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadWriteCreate, pooling: false));
        try
        {
            connection.Open();
            KeepLogOnClose(connection);
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(syncsEachCommit ? "FULL" : "NORMAL")}; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit={KeptBytes}; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
            _ = command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    string ConnectionString(SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = pooling, DefaultTimeout = 30 }.ToString();

    static async ValueTask<SqliteConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        KeepLogOnClose(connection);
        return connection;
    }

    // The last connection to close would move the log into the database by itself and hide a failed fsync, or mix a log that was
    // refused at the start into a good file.
    static void KeepLogOnClose(SqliteConnection connection) =>
        _ = raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);

    static async Task<object?> ReadAsync(DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellation);
    }

    static RefusalException Damaged(string message) => new(ErrorReason.StorageDamaged, message);
}
