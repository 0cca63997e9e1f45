using CommonLanguage.Glossary;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace CommonLanguage.Storage;

/// <summary>Turns what the databases throw into refusals that say what to do.</summary>
static class StorageFault
{
    /// <summary>The refusal for a fault of the database, or null when the exception is none.</summary>
    public static RefusalException? From(Exception fault) => fault switch
    {
        SqliteException sqlite => From(sqlite),
        PostgresException { SqlState: "53100" } full => Full(full),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } readOnly => ReadOnly(readOnly),
        PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } damaged => Damaged(damaged),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } shut => new(
            ErrorReason.StorageFailed,
            $"PostgreSQL does not let the server in ({shut.MessageText}); check Storage:ConnectionString.",
            inner: shut),
        PostgresException { IsTransient: false } => null,
        NpgsqlException or PostgresException => new(
            ErrorReason.StorageFailed,
            "The database does not answer; nothing was stored by this call. Try again in a moment.",
            inner: fault),
        _ => null,
    };

    /// <summary>
    /// Whether the refusal means that the disk or the database can no longer be trusted: no further write may be acknowledged. A full
    /// or read-only disk is not of that kind: what failed there was undone.
    /// </summary>
    public static bool IsFatal(RefusalException refusal) =>
        refusal.Reason == ErrorReason.StorageDamaged || (refusal is { Reason: ErrorReason.StorageFailed, InnerException: SqliteException or IOException });

    /// <summary>The refusal for a disk that failed under something else than the database.</summary>
    public static RefusalException DiskFailed(Exception fault) => new(
        ErrorReason.StorageFailed,
        "The disk failed while the database was read or written; the write of this call is not to be trusted, and no more writes are taken. Check the disk, then start the server again.",
        inner: fault);

    /// <summary>Whether a row of the same key stands in the store already.</summary>
    public static bool IsDuplicate(Exception fault) => fault
        is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Whether no space was left.</summary>
    public static bool IsFull(IOException fault) => fault.HResult is 28 or unchecked((int)0x80070070);

    static RefusalException? From(SqliteException fault) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Full(fault),
        // The wal-index, a few pages of shared memory in a file, could not grow: what a full disk gives there.
        raw.SQLITE_IOERR when fault.SqliteExtendedErrorCode is raw.SQLITE_IOERR_SHMSIZE or raw.SQLITE_IOERR_SHMMAP => Full(fault),
        raw.SQLITE_IOERR when fault.SqliteExtendedErrorCode is raw.SQLITE_IOERR_NOMEM or raw.SQLITE_IOERR_LOCK or raw.SQLITE_IOERR_RDLOCK
            or raw.SQLITE_IOERR_UNLOCK or raw.SQLITE_IOERR_CHECKRESERVEDLOCK or raw.SQLITE_IOERR_SHMLOCK or raw.SQLITE_IOERR_SHMOPEN => Busy(fault),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => ReadOnly(fault),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Busy(fault),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damaged(fault),
        // The statements are constants that the tests run: a table or column that is not there was there once.
        raw.SQLITE_ERROR when fault.Message.Contains("no such ", StringComparison.Ordinal) || fault.Message.Contains("malformed", StringComparison.Ordinal) => Damaged(fault),
        raw.SQLITE_IOERR => DiskFailed(fault),
        _ => null,
    };

    static RefusalException Busy(Exception fault) => new(
        ErrorReason.TooBusy,
        "Another program holds the database file; nothing was stored by this call. Try again when it has finished.",
        inner: fault);

    static RefusalException Damaged(Exception fault) => new(
        ErrorReason.StorageDamaged,
        "The database, or the disk under it, is damaged; no more writes are taken. Check the disk, and restore the database from a backup.",
        inner: fault);

    static RefusalException Full(Exception fault) => new(
        ErrorReason.StorageFull,
        "No space is left for the database; nothing was stored by this call. Free some space and try again: no restart is needed.",
        inner: fault);

    /// <summary>The refusal for a disk that takes no writes.</summary>
    public static RefusalException ReadOnly(Exception fault) => new(
        ErrorReason.StorageReadOnly,
        "The database cannot be written to; look-ups still work. Make the data directory writable and try again.",
        inner: fault);
}
