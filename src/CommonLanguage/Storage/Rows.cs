using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>The one mapping of rows to nouns. Each row's hash is checked; a row that does not match is refused, never served.</summary>
static class Rows
{
    public const string RevisionColumns =
        "r.key, r.entry_key, r.organisation, r.entry_id, r.number, r.state, r.form, r.term, r.language, r.definition, r.details, r.sequence, r.content_hash, r.hash";

    public const string OrganisationColumns = "key, id, display_name, description, archived, sequence, hash";

    public const string PartnershipColumns = "key, id, display_name, objectives, members, archived, sequence, hash, sign_off, sign_off_count, shared";

    public const string ConflictColumns =
        "key, id, partnership, word, language, term, kind, severity, relation, state, judgement, comparer_version, opened, sequence, hash";

    public const string MappingColumns =
        "key, conflict, entry_a, organisation_a, revision_a, entry_b, organisation_b, revision_b, relation, negated, state, justification, confidence, author, reviewers, comment, sequence, hash";

    public const string ActColumns = "key, conflict, number, kind, actor, origin, time, body, sequence, hash";

    public const string AffiliationColumns = "key, person, organisation, partnership, role, first_day, end_day, sequence, hash";

    public const string WebhookColumns = "key, id, partnership, url, secret, creator, ended, sequence, hash";

    public const string DeliveryColumns = "key, change_sequence, target, body, state, attempts, next_time, last_fault";

    public const string ApiKeyColumns = "key, id, secret_hash, person, display_name, scopes, expires, revoked, sequence, hash";

    /// <summary>Of "changes c"; with the hash of the row before, which the row's own hash is chained to.</summary>
    public const string ChangeColumns =
        "c.sequence, c.kind, c.subject, c.actor, c.origin, c.time, c.revisions, c.conflicts, c.hash, (SELECT p.hash FROM changes p WHERE p.sequence = c.sequence - 1)";

    public static Revision Revision(DbDataReader row) => Checked("revision", row, static row =>
    {
        var content = EntryDetails.Read(row.GetString(7), row.GetString(9), row.GetString(8), row.IsDBNull(10) ? null : row.GetString(10));
        var revision = new Revision(
            row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), (RevisionState)row.GetInt32(5), content,
            Hash(row, 12), row.GetInt64(11));
        return (revision, revision.Hash == ContentHash.Of(content) && Hash(row, 13) == RowHash.Of(revision, row.GetString(6)));
    });

    public static Organisation Organisation(DbDataReader row) => Checked("organisation", row, static row =>
    {
        var organisation = new Organisation(
            row.GetInt32(0), OrganisationId.Parse(row.GetString(1), "id"), row.GetString(2), row.GetString(3), row.GetInt32(4) != 0, row.GetInt64(5));
        return (organisation, Hash(row, 6) == RowHash.Of(organisation));
    });

    public static Partnership Partnership(DbDataReader row) => Checked("partnership", row, static row =>
    {
        ImmutableArray<int> members = [.. row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
        var partnership = new Partnership(
            row.GetInt32(0), PartnershipId.Parse(row.GetString(1), "id"), row.GetString(2), row.GetString(3), members, row.GetInt32(5) != 0, row.GetInt64(6))
        {
            SignOff = new((SignOffKind)row.GetInt32(8), row.GetInt32(9)),
            Shared = Number(row, 10),
        };
        return (partnership, Hash(row, 7) == RowHash.Of(partnership));
    });

    public static Conflict Conflict(DbDataReader row) => Checked("conflict", row, static row =>
    {
        var judgement = row.GetString(10);
        var read = ConflictJudgement.Read(judgement);
        var conflict = new Conflict(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5),
            (ConflictKind)row.GetInt32(6), row.GetDouble(7), (Relation)row.GetInt32(8), (ConflictState)row.GetInt32(9),
            read.Parties, read.Pairs, row.GetString(11), row.GetInt64(12), row.GetInt64(13))
        {
            Settlement = read.Settlement,
            Lapsed = read.Lapsed,
            Reopening = read.Reopening,
            Review = read.Review,
        };
        return (conflict, Hash(row, 14) == RowHash.Of(conflict, judgement));
    });

    public static Change Change(DbDataReader row) => Checked("change", row, static row =>
    {
        var change = new Change(
            row.GetInt64(0),
            (ChangeKind)row.GetInt32(1),
            row.GetString(2),
            new Actor(row.GetString(3), row.GetString(4)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
            row.GetInt32(6),
            row.GetInt32(7),
            Hash(row, 8));
        var before = row.IsDBNull(9) ? default : Hash(row, 9);
        return (change, (change.Sequence == 1 || !row.IsDBNull(9)) && change.Hash == RowHash.Of(
            before, change.Sequence, change.Kind, change.Subject, change.Actor, row.GetInt64(5), change.Revisions, change.Conflicts));
    });

    public static Mapping Mapping(DbDataReader row) => Checked("mapping", row, static row =>
    {
        var mapping = new Mapping(
            row.GetInt64(0),
            row.GetInt64(1),
            new(row.GetInt64(2), row.GetInt32(3), row.GetInt64(4)),
            new(row.GetInt64(5), row.GetInt32(6), row.GetInt64(7)),
            (Relation)row.GetInt32(8),
            row.GetInt32(9) != 0,
            (MappingState)row.GetInt32(10),
            (MappingJustification)row.GetInt32(11),
            row.GetDouble(12),
            row.GetString(13),
            [.. row.GetString(14).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            row.GetString(15),
            row.GetInt64(16));
        return (mapping, Hash(row, 17) == RowHash.Of(mapping));
    });

    public static RecordedAct Act(DbDataReader row) => Checked("act", row, static row =>
    {
        var body = row.GetString(7);
        var recorded = new RecordedAct(
            row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), ActBody.Read((ActKind)row.GetInt32(3), body), new(row.GetString(4), row.GetString(5)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.GetInt64(8));
        return (recorded, Hash(row, 9) == RowHash.Of(recorded, body));
    });

    public static Affiliation Affiliation(DbDataReader row) => Checked("affiliation", row, static row =>
    {
        var affiliation = new Affiliation(
            row.GetInt64(0), row.GetString(1), Number(row, 2), Number(row, 3), (Role)row.GetInt32(4), Day(row, 5), Day(row, 6), row.GetInt64(7));
        return (affiliation, Hash(row, 8) == RowHash.Of(affiliation));
    });

    public static ApiKey ApiKey(DbDataReader row) => Checked("API key", row, static row =>
    {
        var key = new ApiKey(
            row.GetInt64(0), row.GetString(1), (byte[])row[2], row.GetString(3), row.GetString(4), (Scopes)row.GetInt32(5),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.GetInt32(7) != 0, row.GetInt64(8));
        return (key, Hash(row, 9) == RowHash.Of(key));
    });

    public static Webhook Webhook(DbDataReader row) => Checked("webhook", row, static row =>
    {
        var webhook = new Webhook(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt32(6) != 0, row.GetInt64(7));
        return (webhook, Hash(row, 8) == RowHash.Of(webhook));
    });

    public static (Webhook Webhook, long Sequence, long Key) WebhookAndPlace(DbDataReader row) => (Webhook(row), row.GetInt64(9), row.GetInt64(10));

    // Messages are no part of the glossary and carry no hash.
    public static Delivery Delivery(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), (DeliveryState)row.GetInt32(4), row.GetInt32(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.GetString(7));

    // Counters are no part of the glossary and carry no hash.
    public static WordUse Use(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetInt64(2));

    static int? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    static DateOnly? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));

    // A damaged row may hold anything: another type, a text that is no text, a number no enumeration has. Whatever it makes the
    // reading throw, it is the row's damage that is at fault, except for what the database itself reports.
    static T Checked<T>(string table, DbDataReader row, Func<DbDataReader, (T Value, bool Matches)> read)
    {
        try
        {
            var (value, matches) = read(row);
            return matches ? value : throw Damaged(table, row.GetInt64(0));
        }
        catch (Exception fault) when (fault is not (DbException or RefusalException { Reason: ErrorReason.StorageDamaged }))
        {
            throw Damaged(table, row.GetInt64(0), fault);
        }
    }

    static ContentHash Hash(DbDataReader row, int column) => ContentHash.Of((byte[])row[column]);

    public static RefusalException Damaged(string table, long key, Exception? inner = null) => new(
        ErrorReason.StorageDamaged,
        FormattableString.Invariant($"The stored {table} {key} does not match its hash: the database is damaged, and no more writes are taken. Restore it from a backup."),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = FormattableString.Invariant($"{table} {key}") },
        inner: inner);
}
