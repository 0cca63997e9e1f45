using System.Data.Common;
using CommonLanguage.Glossary;
using CommonLanguage.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommonLanguage.Storage;

/// <summary>
/// One PostgreSQL database for any number of nodes. Writers of all nodes take one advisory lock for the length of their transaction:
/// the change log stays gapless. NOTIFY wakes the other nodes; they poll as well.
/// </summary>
public sealed class PostgresStore : GlossaryStore
{
    readonly DataDirectory directory;
    readonly NpgsqlDataSource source;
    readonly PostgresStoreWriter writer;

    internal PostgresStore(StorageOptions options, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            throw new RefusalException(
                ErrorReason.ValueMissing,
                "Storage:Provider is PostgreSql but Storage:ConnectionString is empty; give one such as \"Host=db;Database=commonlanguage;Username=commonlanguage\".",
                "Storage:ConnectionString");
        }

        try
        {
            source = NpgsqlDataSource.Create(options.ConnectionString);
        }
        catch (ArgumentException fault)
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown,
                $"Storage:ConnectionString cannot be read ({fault.Message.TrimEnd('.')}); give one such as \"Host=db;Database=commonlanguage;Username=commonlanguage\".",
                "Storage:ConnectionString",
                inner: fault);
        }

        directory = DataDirectory.Open(options.DataDirectory);
        writer = new PostgresStoreWriter(source, time);
    }

    /// <summary>The channel that wakes other nodes.</summary>
    internal const string Channel = "commonlanguage_changes";

    /// <inheritdoc/>
    public override string Description => "PostgreSQL database";

    /// <inheritdoc/>
    public override string IndexDirectory => Path.Combine(directory.Path, "index");

    /// <inheritdoc/>
    public override StoreWriter Writer => writer;

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
        directory.Dispose();
    }

    /// <inheritdoc/>
    public override bool IsShared => true;

    /// <inheritdoc/>
    public override async Task ListenAsync(Action heard, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                connection.Notification += (_, _) => heard();
                await using (var command = connection.CreateCommand())
                {
                    command.CommandText = "LISTEN " + Channel;
                    _ = await command.ExecuteNonQueryAsync(cancellation);
                }

                // What was written before the connection stood was not heard.
                heard();
                while (true)
                    await connection.WaitAsync(cancellation);
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException && !cancellation.IsCancellationRequested)
            {
                // The database is away: until it can be listened to again, the change log is looked at from time to time.
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    internal override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellation) =>
        await source.OpenConnectionAsync(cancellation);

    private protected override async Task<bool> HasMigrationsTableAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL";
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private protected override GlossaryContext CreateContext() =>
        new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(source).Options);
}
