using System.Data.Common;
using CommonLanguage.Glossary;
using Microsoft.Data.Sqlite;

namespace CommonLanguage.Storage;

/// <summary>Writes to SQLite over one connection that lives as long as the store.</summary>
sealed class SqliteStoreWriter(Func<SqliteConnection> open, TimeProvider time) : StoreWriter(time)
{
    SqliteConnection? connection;

    public SqliteConnection Connection => connection ??= open();

    private protected override DbConnection Current => Connection;

    public override void Insert(IReadOnlyList<(Revision Revision, IReadOnlyList<string> Forms)> revisions)
    {
        foreach (var (revision, forms) in revisions)
        {
            Execute(
                """
                INSERT INTO revisions (key, entry_key, organisation, entry_id, number, state, form, term, language, definition, details, sequence, content_hash, hash)
                VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
                """,
                revision.Key, revision.EntryKey, revision.Organisation, revision.EntryId, revision.Number, (int)revision.State, forms[0],
                revision.Content.Term.Text, revision.Content.Language.Value, revision.Content.Definition, EntryDetails.Write(revision.Content),
                revision.Sequence, revision.Hash.ToBytes(), RowHash.Of(revision, forms[0]).ToBytes());
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

    // IMMEDIATE: the write lock is taken now, so that no other program's write comes between reading and writing.
    private protected override DbTransaction BeginTransaction() => Connection.BeginTransaction(deferred: false);
}
