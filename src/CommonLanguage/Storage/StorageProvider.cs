namespace CommonLanguage.Storage;

/// <summary>The databases a store can live in.</summary>
public enum StorageProvider
{
    /// <summary>One file in the data directory; nothing to install.</summary>
    Sqlite,
    /// <summary>A PostgreSQL database that any number of nodes share.</summary>
    PostgreSql,
}
