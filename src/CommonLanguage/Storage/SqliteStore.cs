using System.Data.Common;
using CommonLanguage.Glossary;
using CommonLanguage.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommonLanguage.Storage;

/// <summary>
/// One SQLite file in the data directory. Write-ahead log with synchronous=FULL: a commit is on the disk before it is acknowledged.
/// Checkpoints are made here, not by SQLite, because it hides an fsync that fails inside an automatic checkpoint.
/// </summary>
public sealed class SqliteStore : GlossaryStore
{
    const long CheckpointBytes = 8L * 1024 * 1024;

    readonly DataDirectory directory;
    readonly string file;
    readonly string readString;
    readonly SqliteStoreWriter writer;
    readonly SqliteCheckpointer checkpointer;

    internal SqliteStore(StorageOptions options, TimeProvider time)
    {
        directory = DataDirectory.Open(options.DataDirectory);
        file = Path.Combine(directory.Path, "commonlanguage.db");
        readString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString();
        writer = new SqliteStoreWriter(OpenWriter, time);
        checkpointer = new SqliteCheckpointer(this, OpenWriter, file + "-wal", CheckpointBytes);
    }

    /// <inheritdoc/>
    public override string Description => $"database {file}";

    /// <inheritdoc/>
    public override string IndexDirectory => Path.Combine(directory.Path, "index");

    /// <inheritdoc/>
    public override StoreWriter Writer => writer;

    /// <inheritdoc/>
    public override void Committed(long sequence)
    {
        directory.WriteNote(sequence, Id);
        checkpointer.Wake();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await checkpointer.DisposeAsync();
        await writer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        directory.Dispose();
    }

    internal override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(readString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private protected override async Task<bool> HasMigrationsTableAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        return (long)(await command.ExecuteScalarAsync(cancellation))! == 1;
    }

    private protected override GlossaryContext CreateContext() =>
        new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(writer.Connection).Options);

    private protected override async Task BackUpAsync(string version, CancellationToken cancellation)
    {
        var copy = Path.Combine(directory.Path, $"commonlanguage-{version}.db");
        if (File.Exists(copy))
            return;
        var unfinished = copy + ".part";
        File.Delete(unfinished);
        await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await target.OpenAsync(cancellation);
            writer.Connection.BackupDatabase(target);
        }

        File.Move(unfinished, copy);
    }

    /// <summary>A store behind its own note has lost acknowledged changes: its write-ahead log is gone, or it is another file.</summary>
    private protected override async Task CheckAsync(CancellationToken cancellation)
    {
        var (noted, store) = directory.ReadNote();
        var stored = await writer.ReadSequenceAsync(cancellation);
        if (noted > stored || (noted > 0 && store != Id))
        {
            throw new RefusalException(
                ErrorReason.StorageDamaged,
                store == Id
                    ? $"The database {file} stands at change {stored}, but change {noted} was acknowledged: it has lost changes. Put back its write-ahead log (commonlanguage.db-wal) or restore a backup; to accept the loss, delete {Path.Combine(directory.Path, "sequence.note")}."
                    : $"The database {file} is store {Id}, but this data directory belongs to store {store}; put the right file back, or delete {Path.Combine(directory.Path, "sequence.note")} to go on with this one.");
        }
    }

    SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA journal_size_limit=4194304; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
            _ = command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
