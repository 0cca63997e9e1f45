using System.Data.Common;
using System.Security.Cryptography;
using CommonLanguage.Glossary;
using CommonLanguage.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CommonLanguage.Storage;

/// <summary>
/// The only truth: what a restart brings back. Everything else (read tables, search index) is a copy that follows its change log.
/// Reading is thread-safe; writing goes through the one <see cref="StoreWriter"/>.
/// </summary>
public abstract class GlossaryStore : IAsyncDisposable
{
    byte[] secret = [];

    /// <summary>First 8 characters of the store's random id: part of every revision token, and what tells one store from another.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Key of this store for page tokens.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    /// <summary>Why no more writes are taken, or null while they are.</summary>
    public RefusalException? Failure { get; private set; }

    /// <summary>What this kind of store is called in messages.</summary>
    public abstract string Description { get; }

    /// <summary>Folder for the search index of this process.</summary>
    public abstract string IndexDirectory { get; }

    /// <summary>The writer of this process; one caller at a time.</summary>
    public abstract StoreWriter Writer { get; }

    /// <summary>Opens the store, creating or migrating its schema where needed.</summary>
    /// <exception cref="RefusalException">In use, not writable, newer than this program, or missing acknowledged changes.</exception>
    public static async Task<GlossaryStore> OpenAsync(StorageOptions options, TimeProvider time, CancellationToken cancellation)
    {
        GlossaryStore store = options.Provider switch
        {
            StorageProvider.PostgreSql => new PostgresStore(options, time),
            _ => new SqliteStore(options, time),
        };
        try
        {
            await store.PrepareAsync(cancellation);
            return store;
        }
        catch (Exception fault)
        {
            await store.DisposeAsync();
            if (StorageFault.From(fault) is { } refusal)
                throw refusal;
            throw;
        }
    }

    /// <summary>Takes no more writes, for the reason given; reads go on. Remembers the first reason only.</summary>
    public void Fail(RefusalException reason) => Failure ??= reason;

    /// <summary>Called after a commit, before it is acknowledged, with the last sequence that is now durable.</summary>
    public virtual void Committed(long sequence)
    {
    }

    /// <summary>A connection for reading; dispose it to give it back.</summary>
    internal abstract ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellation);

    /// <summary>Names of the applied migrations in order, empty when the store is new.</summary>
    internal async Task<List<string>> ReadMigrationsAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenReaderAsync(cancellation);
        if (!await HasMigrationsTableAsync(connection, cancellation))
            return [];
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<string> migrations = [];
        while (await rows.ReadAsync(cancellation))
            migrations.Add(rows.GetString(0));
        return migrations;
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    private protected abstract Task<bool> HasMigrationsTableAsync(DbConnection connection, CancellationToken cancellation);

    private protected abstract GlossaryContext CreateContext();

    /// <summary>Called before a schema that exists is migrated.</summary>
    private protected virtual Task BackUpAsync(string version, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Called once the schema and the id are there.</summary>
    private protected virtual Task CheckAsync(CancellationToken cancellation) => Task.CompletedTask;

    async Task PrepareAsync(CancellationToken cancellation)
    {
        await MigrateAsync(cancellation);
        var meta = await Writer.EnsureMetaAsync(
            ("store_id", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
            ("secret", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))),
            cancellation);
        Id = meta.StoreId[..8];
        secret = Convert.FromHexString(meta.Secret);
        await CheckAsync(cancellation);
    }

    // EF Core costs a quarter of a second to start: it is asked only when the schema is not the current one.
    async Task MigrateAsync(CancellationToken cancellation)
    {
        var applied = await ReadMigrationsAsync(cancellation);
        var known = SchemaVersions.Of(this);
        if (applied.SequenceEqual(known, StringComparer.Ordinal))
            return;
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new RefusalException(
                ErrorReason.StorageFailed,
                $"The {Description} has schema '{newer}', which is newer than '{known[^1]}', the newest this program knows; start the newer program. Nothing was touched.");
        }

        if (applied.Count > 0)
            await BackUpAsync(applied[^1], cancellation);
        await using var context = CreateContext();
        await context.Database.MigrateAsync(cancellation);
    }
}
