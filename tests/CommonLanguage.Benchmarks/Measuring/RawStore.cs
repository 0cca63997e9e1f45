using CommonLanguage.Benchmarks.Data;
using Microsoft.Data.Sqlite;

namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>The least that keeps rows safe: one table with two indexes, one prepared insert, write-ahead log and synchronous=FULL.</summary>
sealed class RawStore : IDisposable
{
    const int RowsOfOneTransaction = 5_000;

    readonly SqliteConnection connection;
    readonly SqliteCommand insert;
    int entries;

    public RawStore(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; CREATE TABLE rows (key INTEGER PRIMARY KEY, organisation INTEGER NOT NULL, entry TEXT NOT NULL, term TEXT NOT NULL, definition TEXT NOT NULL, language TEXT NOT NULL); CREATE INDEX by_term ON rows (term); CREATE INDEX by_entry ON rows (organisation, entry);");
        insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (organisation, entry, term, definition, language) VALUES (@organisation, @entry, @term, @definition, 'en')";
        foreach (var name in (string[])["@organisation", "@entry", "@term", "@definition"])
            _ = insert.Parameters.Add(new SqliteParameter { ParameterName = name });
        insert.Prepare();
    }

    /// <summary>Inserts a glossary, thousands of rows to a transaction.</summary>
    public void InsertAll(int organisation, Definition[] glossary)
    {
        foreach (var batch in glossary.Chunk(RowsOfOneTransaction))
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in batch)
                Insert(organisation, row);
            transaction.Commit();
        }
    }

    /// <summary>One row in a transaction of its own: one wait for the disk.</summary>
    public void Commit(Definition row)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        Insert(0, row);
        transaction.Commit();
    }

    /// <summary>Reads every term and definition once.</summary>
    public long ReadAll()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT term, definition FROM rows";
        using var rows = command.ExecuteReader();
        var characters = 0L;
        while (rows.Read())
            characters += rows.GetString(0).Length + rows.GetString(1).Length;
        return characters;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }

    void Insert(int organisation, Definition row)
    {
        insert.Parameters[0].Value = organisation;
        insert.Parameters[1].Value = FormattableString.Invariant($"entry-{entries++}");
        insert.Parameters[2].Value = row.Term;
        insert.Parameters[3].Value = row.Text;
        _ = insert.ExecuteNonQuery();
    }

    void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
