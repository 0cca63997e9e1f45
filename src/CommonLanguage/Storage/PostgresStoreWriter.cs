using System.Data.Common;
using CommonLanguage.Glossary;
using Npgsql;
using NpgsqlTypes;

namespace CommonLanguage.Storage;

/// <summary>Writes to PostgreSQL: COPY for revisions in number, prepared statements for the rest.</summary>
sealed class PostgresStoreWriter(NpgsqlDataSource source, TimeProvider time) : StoreWriter(time)
{
    // Any number will do, as long as all nodes use the same.
    const long WriterLock = 0x436F6D4C616E67;

    NpgsqlConnection? connection;

    private protected override DbConnection Current => Connection;

    NpgsqlConnection Connection
    {
        get
        {
            if (connection is { State: System.Data.ConnectionState.Open })
                return connection;
            Forget();
            connection?.Dispose();
            connection = source.OpenConnection();
            return connection;
        }
    }

    public override void Insert(IReadOnlyList<(Revision Revision, IReadOnlyList<string> Forms)> revisions)
    {
        using (var copy = Connection.BeginBinaryImport(
            "COPY revisions (key, entry_key, organisation, entry_id, number, state, form, term, language, definition, details, sequence, content_hash, hash) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var (revision, forms) in revisions)
            {
                copy.StartRow();
                copy.Write(revision.Key, NpgsqlDbType.Bigint);
                copy.Write(revision.EntryKey, NpgsqlDbType.Bigint);
                copy.Write(revision.Organisation, NpgsqlDbType.Integer);
                copy.Write(revision.EntryId, NpgsqlDbType.Text);
                copy.Write(revision.Number, NpgsqlDbType.Integer);
                copy.Write((int)revision.State, NpgsqlDbType.Integer);
                copy.Write(forms[0], NpgsqlDbType.Text);
                copy.Write(revision.Content.Term.Text, NpgsqlDbType.Text);
                copy.Write(revision.Content.Language.Value, NpgsqlDbType.Text);
                copy.Write(revision.Content.Definition, NpgsqlDbType.Text);
                if (EntryDetails.Write(revision.Content) is { } details)
                    copy.Write(details, NpgsqlDbType.Text);
                else
                    copy.WriteNull();
                copy.Write(revision.Sequence, NpgsqlDbType.Bigint);
                copy.Write(revision.Hash.ToBytes(), NpgsqlDbType.Bytea);
                copy.Write(RowHash.Of(revision, forms[0]).ToBytes(), NpgsqlDbType.Bytea);
            }

            _ = copy.Complete();
        }

        foreach (var (revision, forms) in revisions)
        {
            for (var i = 1; i < forms.Count; i++)
                Execute("INSERT INTO forms (form, entry_key) VALUES (@p0, @p1) ON CONFLICT DO NOTHING", forms[i], revision.EntryKey);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
    }

    private protected override DbTransaction BeginTransaction()
    {
        var transaction = Connection.BeginTransaction();
        try
        {
            using var command = Connection.CreateCommand();
            command.CommandText = "SELECT pg_advisory_xact_lock(@lock)";
            _ = command.Parameters.AddWithValue("lock", WriterLock);
            _ = command.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            // A node that holds the lock for long ends the wait; the connection must not keep the transaction.
            transaction.Dispose();
            throw;
        }
    }

    private protected override void BeforeCommit() => Execute("NOTIFY " + PostgresStore.Channel);
}
