using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>The one mapping of rows to nouns. Each row's hash is checked; a row that does not match is refused, never served.</summary>
static class Rows
{
    public const string RevisionColumns =
        "r.key, r.entry_key, r.organisation, r.entry_id, r.number, r.state, r.form, r.term, r.language, r.definition, r.details, r.sequence, r.content_hash, r.hash";

    public const string OrganisationColumns = "key, id, display_name, description, archived, sequence, hash";

    public const string PartnershipColumns = "key, id, display_name, objectives, members, archived, sequence, hash";

    public const string ConflictColumns =
        "key, id, partnership, word, language, term, kind, severity, relation, state, judgement, comparer_version, opened, sequence, hash";

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
            row.GetInt32(0), PartnershipId.Parse(row.GetString(1), "id"), row.GetString(2), row.GetString(3), members, row.GetInt32(5) != 0, row.GetInt64(6));
        return (partnership, Hash(row, 7) == RowHash.Of(partnership));
    });

    public static Conflict Conflict(DbDataReader row) => Checked("conflict", row, static row =>
    {
        var judgement = row.GetString(10);
        var (parties, pairs) = ConflictJudgement.Read(judgement);
        var conflict = new Conflict(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5),
            (ConflictKind)row.GetInt32(6), row.GetDouble(7), (Relation)row.GetInt32(8), (ConflictState)row.GetInt32(9),
            parties, pairs, row.GetString(11), row.GetInt64(12), row.GetInt64(13));
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
