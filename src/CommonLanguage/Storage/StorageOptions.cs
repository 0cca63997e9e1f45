namespace CommonLanguage.Storage;

/// <summary>Where the glossary is kept. Configuration section "Storage".</summary>
public sealed class StorageOptions
{
    /// <summary>SQLite unless said.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// PostgreSQL: needed, in Npgsql's form ("Host=...;Database=...;Username=..."). SQLite: leave empty; the file is
    /// "commonlanguage.db" in the data directory.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Folder of the database file, the search index and the lock. Configuration key "DataDirectory" at the top.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// Whether a commit waits for the disk. False (synchronous=NORMAL) loses acknowledged writes when the power fails: the negative
    /// control of the power-loss test, and out of reach of any configuration.
    /// </summary>
    internal bool SyncsEachCommit { get; init; } = true;
}
