using System.Data.Common;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>
/// Writes to the store by prepared statements: one transaction that holds any number of steps, each with its own row in the change
/// log and undone alone if it is refused. Used by one thread at a time.
/// </summary>
public abstract partial class StoreWriter(TimeProvider time) : IAsyncDisposable
{
    readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
    DbTransaction? transaction;
    ContentHash hashBeforeStep;
    long keyBeforeStep;
    long conflictKeyBeforeStep;

    /// <summary>Sequence of the last change, of the steps of the open transaction included.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of the last change, of the steps of the open transaction included.</summary>
    public ContentHash LastHash { get; private set; }

    /// <summary>Key of the last revision, of the open transaction included.</summary>
    public long LastRevisionKey { get; private set; }

    /// <summary>Key of the last conflict, of the open transaction included.</summary>
    public long LastConflictKey { get; private set; }

    /// <summary>Begins a transaction, and reads where the change log stands.</summary>
    public void Begin()
    {
        try
        {
            transaction = BeginTransaction();
            ReadPosition();
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Begins a step that can be undone alone.</summary>
    public void BeginStep()
    {
        (hashBeforeStep, keyBeforeStep, conflictKeyBeforeStep) = (LastHash, LastRevisionKey, LastConflictKey);
        Execute("SAVEPOINT step");
    }

    /// <summary>Logs the step and keeps it.</summary>
    public Change EndStep(ChangeKind kind, string subject, Actor actor, int revisions, int conflicts)
    {
        var now = time.GetUtcNow();
        var milliseconds = now.ToUnixTimeMilliseconds();
        var sequence = Sequence + 1;
        var hash = RowHash.Of(LastHash, sequence, kind, subject, actor, milliseconds, revisions, conflicts);
        Execute(
            "INSERT INTO changes (sequence, kind, subject, actor, origin, time, revisions, conflicts, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)",
            sequence, (int)kind, subject, actor.Name, actor.Origin, milliseconds, revisions, conflicts, hash.ToBytes());
        Execute("RELEASE SAVEPOINT step");
        Sequence = sequence;
        LastHash = hash;
        return new(sequence, kind, subject, actor, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), revisions, conflicts, hash);
    }

    /// <summary>Keeps the step without logging it: what it wrote is no part of the glossary.</summary>
    public void KeepStep() => Execute("RELEASE SAVEPOINT step");

    /// <summary>Undoes the step.</summary>
    public void UndoStep()
    {
        Execute("ROLLBACK TO SAVEPOINT step");
        Execute("RELEASE SAVEPOINT step");
        (LastHash, LastRevisionKey, LastConflictKey) = (hashBeforeStep, keyBeforeStep, conflictKeyBeforeStep);
    }

    /// <summary>Makes the transaction durable.</summary>
    public void Commit()
    {
        BeforeCommit();
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    /// <summary>Ends the transaction without effect; does nothing when there is none.</summary>
    public void Rollback()
    {
        var open = transaction;
        transaction = null;
        if (open is null)
            return;
        try
        {
            open.Rollback();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // A database that failed inside the transaction has rolled it back by itself, or does so when the connection closes.
            Forget();
        }
        finally
        {
            open.Dispose();
        }
    }

    /// <summary>The key for the next revision.</summary>
    public long NextRevisionKey() => ++LastRevisionKey;

    /// <summary>The key for the next conflict.</summary>
    public long NextConflictKey() => ++LastConflictKey;

    /// <summary>Inserts revisions with the forms they are found under; the first form stands in the row itself.</summary>
    public abstract void Insert(IReadOnlyList<(Revision Revision, IReadOnlyList<string> Forms)> revisions);

    /// <summary>Inserts an organisation or replaces its row.</summary>
    public void Put(Organisation organisation) => Execute(
        """
        INSERT INTO organisations (key, id, folded_id, display_name, description, archived, sequence, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)
        ON CONFLICT (key) DO UPDATE SET display_name = excluded.display_name, description = excluded.description,
        archived = excluded.archived, sequence = excluded.sequence, hash = excluded.hash
        """,
        organisation.Key, organisation.Id.Value, organisation.Id.Value.ToLowerInvariant(), organisation.DisplayName,
        organisation.Description, organisation.Archived ? 1 : 0, organisation.Sequence, RowHash.Of(organisation).ToBytes());

    /// <summary>Inserts a partnership or replaces its row.</summary>
    public void Put(Partnership partnership) => Execute(
        """
        INSERT INTO partnerships (key, id, folded_id, display_name, objectives, members, archived, sequence, hash, sign_off, sign_off_count, shared)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11)
        ON CONFLICT (key) DO UPDATE SET display_name = excluded.display_name, objectives = excluded.objectives,
        members = excluded.members, archived = excluded.archived, sequence = excluded.sequence, hash = excluded.hash,
        sign_off = excluded.sign_off, sign_off_count = excluded.sign_off_count, shared = excluded.shared
        """,
        partnership.Key, partnership.Id.Value, partnership.Id.Value.ToLowerInvariant(), partnership.DisplayName, partnership.Objectives,
        string.Join(' ', partnership.Members), partnership.Archived ? 1 : 0, partnership.Sequence, RowHash.Of(partnership).ToBytes(),
        (int)partnership.SignOff.Kind, partnership.SignOff.Count, partnership.Shared);

    /// <summary>Inserts a conflict or replaces its row.</summary>
    public void Put(Conflict conflict)
    {
        var judgement = ConflictJudgement.Write(conflict);
        Execute(
            """
            INSERT INTO conflicts (key, id, partnership, word, language, term, kind, severity, relation, state, judgement, comparer_version, opened, sequence, hash, organisations, review, rank)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p7)
            ON CONFLICT (key) DO UPDATE SET term = excluded.term, kind = excluded.kind, severity = excluded.severity, relation = excluded.relation,
            state = excluded.state, judgement = excluded.judgement, comparer_version = excluded.comparer_version, opened = excluded.opened, sequence = excluded.sequence, hash = excluded.hash,
            organisations = excluded.organisations, review = excluded.review, rank = excluded.severity * conflicts.exposure
            """,
            conflict.Key, conflict.Id, conflict.Partnership, conflict.Word, conflict.Language, conflict.Term, (int)conflict.Kind,
            conflict.Severity, (int)conflict.Relation, (int)conflict.State, judgement, conflict.ComparerVersion, conflict.Opened,
            conflict.Sequence, RowHash.Of(conflict, judgement).ToBytes(),
            Organisations(conflict), conflict.Review?.DayNumber);
    }

    /// <summary>Adds what people decided of two entries.</summary>
    public void Add(Mapping mapping) => Execute(
        """
        INSERT INTO mappings (key, conflict, entry_a, organisation_a, revision_a, entry_b, organisation_b, revision_b, relation, negated, state,
        justification, confidence, author, reviewers, comment, sequence, hash)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17)
        """,
        mapping.Key, mapping.Conflict, mapping.A.EntryKey, mapping.A.Organisation, mapping.A.RevisionKey, mapping.B.EntryKey, mapping.B.Organisation,
        mapping.B.RevisionKey, (int)mapping.Relation, mapping.Negated ? 1 : 0, (int)mapping.State, (int)mapping.Justification, mapping.Confidence,
        mapping.Author, string.Join('\n', mapping.Reviewers), mapping.Comment, mapping.Sequence, RowHash.Of(mapping).ToBytes());

    /// <summary>The number for the next act of a conflict.</summary>
    internal int NextActNumber(long conflict) => Query(
        "SELECT COALESCE(MAX(number), 0) FROM acts WHERE conflict = @p0", row => Convert.ToInt32(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture), conflict)[0] + 1;

    /// <summary>Adds an act.</summary>
    public RecordedAct Add(long conflict, int number, Act act, Actor actor)
    {
        var recorded = new RecordedAct(
            NextKey("acts"), conflict, number, act, actor, DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()), Sequence + 1);
        var body = ActBody.Write(act);
        Execute(
            "INSERT INTO acts (key, conflict, number, kind, actor, origin, time, body, sequence, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)",
            recorded.Key, conflict, number, (int)act.Kind, actor.Name, actor.Origin, recorded.Time.ToUnixTimeMilliseconds(), body, recorded.Sequence,
            RowHash.Of(recorded, body).ToBytes());
        return recorded;
    }

    /// <summary>Adds to how often words were used, and ranks their conflicts by it.</summary>
    public void Add(IReadOnlyList<WordUse> uses)
    {
        foreach (var use in uses)
        {
            Execute(
                """
                INSERT INTO uses (word, look_ups, document_hits) VALUES (@p0, @p1, @p2)
                ON CONFLICT (word) DO UPDATE SET look_ups = uses.look_ups + excluded.look_ups, document_hits = uses.document_hits + excluded.document_hits
                """,
                use.Word, use.LookUps, use.DocumentHits);
            var exposure = Query("SELECT word, look_ups, document_hits FROM uses WHERE word = @p0", Rows.Use, use.Word)[0].Exposure;
            // By the index of partnership and word.
            Execute(
                "UPDATE conflicts SET exposure = @p1, rank = severity * @p1 WHERE word = @p0 AND partnership IN (SELECT key FROM partnerships)", use.Word, exposure);
        }
    }

    /// <summary>Inserts an affiliation or replaces its row.</summary>
    public void Put(Affiliation affiliation) => Execute(
        """
        INSERT INTO affiliations (key, person, organisation, partnership, role, first_day, end_day, sequence, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8)
        ON CONFLICT (key) DO UPDATE SET first_day = excluded.first_day, end_day = excluded.end_day, sequence = excluded.sequence, hash = excluded.hash
        """,
        affiliation.Key, affiliation.Person, affiliation.Organisation, affiliation.Partnership, (int)affiliation.Role, affiliation.From?.DayNumber,
        affiliation.To?.DayNumber, affiliation.Sequence, RowHash.Of(affiliation).ToBytes());

    /// <summary>Inserts an API key or replaces its row.</summary>
    public void Put(ApiKey key) => Execute(
        """
        INSERT INTO api_keys (key, id, secret_hash, person, display_name, scopes, expires, revoked, sequence, hash) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
        ON CONFLICT (key) DO UPDATE SET revoked = excluded.revoked, sequence = excluded.sequence, hash = excluded.hash
        """,
        key.Key, key.Id, key.SecretHash.ToArray(), key.Person, key.DisplayName, (int)key.Scopes, key.Expires.ToUnixTimeMilliseconds(), key.Revoked ? 1 : 0,
        key.Sequence, RowHash.Of(key).ToBytes());

    /// <summary>The key for the next row of a table whose rows are few or written one by one.</summary>
    internal long NextKey(string table) =>
        Query($"SELECT COALESCE(MAX(key), 0) FROM {table}", row => row.GetInt64(0))[0] + 1;

    /// <summary>The column that a queue is filtered by: the keys of the organisations, each between blanks.</summary>
    internal static string Organisations(Conflict conflict) =>
        $" {string.Join(' ', conflict.Parties.Select(party => party.Organisation).Distinct())} ";

    /// <summary>Remembers what a request id was answered with.</summary>
    public void PutRequest(Actor actor, string requestId, ContentHash content, string subject, long sequence) => Execute(
        "INSERT INTO requests (actor, id, content, subject, sequence) VALUES (@p0, @p1, @p2, @p3, @p4)",
        actor.Name, requestId, content.ToBytes(), subject, sequence);

    /// <summary>Rows of the open transaction's own view, by the same mapping as everywhere.</summary>
    internal IReadOnlyList<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        using var rows = Prepare(sql, values).ExecuteReader();
        List<T> result = [];
        while (rows.Read())
            result.Add(read(rows));
        return result;
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Rollback();
        Forget();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Creates what is missing of the store's own values.</summary>
    internal async Task<(string StoreId, string Secret)> EnsureMetaAsync(
        (string Name, Func<string> Create) storeId, (string Name, Func<string> Create) secret, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        transaction = BeginTransaction();
        foreach (var (name, create) in new[] { storeId, secret })
            Execute("INSERT INTO meta (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO NOTHING", name, create());
        var values = Query("SELECT name, value FROM meta", row => (Name: row.GetString(0), Value: row.GetString(1)))
            .ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        Commit();
        return (values[storeId.Name], values[secret.Name]);
    }

    private protected abstract DbTransaction BeginTransaction();

    private protected abstract DbConnection Current { get; }

    private protected virtual void BeforeCommit()
    {
    }

    /// <summary>Runs a statement, prepared at its first use.</summary>
    private protected void Execute(string sql, params ReadOnlySpan<object?> values) => _ = Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Drops the prepared statements, as after a lost connection.</summary>
    private protected void Forget()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        prepared.Clear();
    }

    DbCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Current.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{i}");
                _ = command.Parameters.Add(parameter);
            }

            prepared.Add(sql, command);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    // In one statement: on PostgreSQL each is a way there and back, for every transaction.
    void ReadPosition() => (Sequence, LastHash, LastRevisionKey, LastConflictKey) = Query(
        """
        SELECT c.sequence, c.hash, (SELECT COALESCE(MAX(key), 0) FROM revisions), (SELECT COALESCE(MAX(key), 0) FROM conflicts)
        FROM (SELECT 1 AS one) o LEFT JOIN (SELECT sequence, hash FROM changes ORDER BY sequence DESC LIMIT 1) c ON 1 = 1
        """,
        row => row.IsDBNull(0)
            ? (0L, default(ContentHash), row.GetInt64(2), row.GetInt64(3))
            : (row.GetInt64(0), ContentHash.Of((byte[])row[1]), row.GetInt64(2), row.GetInt64(3)))[0];
}
