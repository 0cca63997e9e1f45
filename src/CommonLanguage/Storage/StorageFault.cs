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
        PostgresException { IsTransient: false } => null,
        NpgsqlException or PostgresException => new(
            ErrorReason.StorageFailed,
            "The database does not answer; nothing was stored by this call. Try again in a moment.",
            inner: fault),
        _ => null,
    };

    /// <summary>Whether the fault means that a write may not have reached the disk: no further write may be acknowledged.</summary>
    public static bool IsFatal(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    static RefusalException? From(SqliteException fault) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Full(fault),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => ReadOnly(fault),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            ErrorReason.TooBusy,
            "Another program holds the database file; nothing was stored by this call. Try again when it has finished.",
            inner: fault),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new(
            ErrorReason.StorageDamaged,
            "The database file is damaged; restore it from a backup.",
            inner: fault),
        raw.SQLITE_IOERR => new(
            ErrorReason.StorageFailed,
            "The disk failed while the database was read or written; the write of this call is not to be trusted, and no more writes are taken. Check the disk, then start the server again.",
            inner: fault),
        _ => null,
    };

    static RefusalException Full(Exception fault) => new(
        ErrorReason.StorageFull,
        "No space is left for the database; nothing was stored by this call. Free some space and try again: no restart is needed.",
        inner: fault);

    static RefusalException ReadOnly(Exception fault) => new(
        ErrorReason.StorageReadOnly,
        "The database cannot be written to; look-ups still work. Make the data directory writable and try again.",
        inner: fault);
}
