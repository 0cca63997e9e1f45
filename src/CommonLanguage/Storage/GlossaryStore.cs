using System.Data.Common;
using System.Security.Cryptography;
using CommonLanguage.Glossary;
using CommonLanguage.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace CommonLanguage.Storage;

/// <summary>
/// The only truth: what a restart brings back. Everything else (read tables, search index) is a copy that follows its change log.
/// DefinitionReading is thread-safe; writing goes through the one <see cref="StoreWriter"/>.
/// </summary>
public abstract class GlossaryStore : IAsyncDisposable
{
    byte[] secret = [];
    RefusalException? failure;

    /// <summary>First 8 characters of the store's random id: part of every revision token, and what tells one store from another.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Key of this store for page tokens.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    /// <summary>Why no more writes are taken, or null while they are. Ends with the process only.</summary>
    public RefusalException? Failure => Volatile.Read(ref failure);

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
    public void Fail(RefusalException reason) => _ = Interlocked.CompareExchange(ref failure, reason, null);

    /// <summary>
    /// The refusal for a fault of the store, or null when the exception is none of the store's. A fault after which neither disk nor
    /// database can be trusted ends all writing.
    /// </summary>
    public RefusalException? Report(Exception fault)
    {
        var refusal = fault as RefusalException ?? Explain(fault);
        if (refusal is not null && StorageFault.IsFatal(refusal))
            Fail(refusal);
        return refusal;
    }

    /// <summary>Called after a commit, before it is acknowledged, with the last change that is now durable. Never throws.</summary>
    internal virtual void Committed(long sequence, ContentHash hash) => AfterCommit?.Invoke(sequence);

    /// <summary>
    /// A place to stop at, between the commit and everything that follows from it: the tests kill the process there.
    /// </summary>
    internal Action<long>? AfterCommit { get; set; }

    /// <summary>
    /// Whether other nodes may write to the same database. Where they do, <see cref="ListenAsync"/> tells of it at once, and who does not
    /// hear it looks at the change log from time to time.
    /// </summary>
    public virtual bool IsShared => false;

    /// <summary>Calls back after any node's commit, as far as it is heard of, until cancelled.</summary>
    public virtual Task ListenAsync(Action heard, CancellationToken cancellation) => Task.Delay(Timeout.InfiniteTimeSpan, cancellation);

    /// <summary>A connection for reading; dispose it to give it back.</summary>
    internal abstract ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellation);

    /// <summary>A connection that keeps no pages from earlier reads: what it reads comes from the file.</summary>
    internal virtual ValueTask<DbConnection> OpenUncachedReaderAsync(CancellationToken cancellation) => OpenReaderAsync(cancellation);

    /// <summary>The part of a FROM clause that makes a query read an index and not the rows, where the database has such a thing.</summary>
    internal virtual string ReadThroughIndex(string index) => "";

    /// <summary>What the database's own check of its pages and indexes finds wrong; nothing where it has none.</summary>
    internal virtual IAsyncEnumerable<string> CheckPagesAsync(CancellationToken cancellation) => AsyncEnumerable.Empty<string>();

    /// <summary>Names of the applied migrations in order, empty when the store is new.</summary>
    internal async Task<List<string>> ReadMigrationsAsync(CancellationToken cancellation)
    {
        if (!Exists)
            return [];
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

    /// <summary>Whether there is a database to open; otherwise it is created with its schema.</summary>
    private protected virtual bool Exists => true;

    private protected virtual RefusalException? Explain(Exception fault) => StorageFault.From(fault);

    /// <summary>Called before the schema is written; version is the one there is, or null in an empty database.</summary>
    private protected virtual Task BeforeMigrationAsync(string? version, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Called before anything is written: whether this is the database that the acknowledged changes went to.</summary>
    private protected virtual Task CheckAsync(bool isEmpty, CancellationToken cancellation) => Task.CompletedTask;

    async Task PrepareAsync(CancellationToken cancellation)
    {
        var applied = await ReadMigrationsAsync(cancellation);
        CheckVersion(applied);
        await CheckAsync(applied.Count == 0, cancellation);
        await MigrateAsync(applied, cancellation);
        var meta = await Writer.EnsureMetaAsync(
            ("store_id", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
            ("secret", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))),
            cancellation);
        if (!IsHex(meta.StoreId, 32) || !IsHex(meta.Secret, 64))
            throw new RefusalException(ErrorReason.StorageDamaged, $"The {Description} is damaged: its id or its key for page tokens cannot be read. Restore it from a backup.");
        Id = meta.StoreId[..8];
        secret = Convert.FromHexString(meta.Secret);
    }

    static bool IsHex(string text, int length) => text.Length == length && text.All(char.IsAsciiHexDigitLower);

    void CheckVersion(List<string> applied)
    {
        var known = SchemaVersions.Of(this);
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new RefusalException(
                ErrorReason.StorageFailed,
                $"The {Description} has schema '{newer}', which is newer than '{known[^1]}', the newest this program knows; start the newer program. Nothing was touched.");
        }
    }

    // EF Core costs a quarter of a second to start: it is asked only when the schema is not the current one.
    async Task MigrateAsync(List<string> applied, CancellationToken cancellation)
    {
        if (applied.SequenceEqual(SchemaVersions.Of(this), StringComparer.Ordinal))
            return;
        await BeforeMigrationAsync(applied.LastOrDefault(), cancellation);
        await using var context = CreateContext();
        await context.Database.MigrateAsync(cancellation);
    }
}
