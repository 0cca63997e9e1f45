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

    public const string ChangeColumns = "sequence, kind, subject, actor, origin, time, revisions, conflicts, hash";

    public static Revision Revision(DbDataReader row)
    {
        var key = row.GetInt64(0);
        EntryContent content;
        try
        {
            content = EntryDetails.Read(row.GetString(7), row.GetString(9), row.GetString(8), row.IsDBNull(10) ? null : row.GetString(10));
        }
        catch (Exception fault) when (fault is RefusalException or System.Text.Json.JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw Damaged("revision", key, fault);
        }

        var revision = new Revision(
            key, row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), (RevisionState)row.GetInt32(5), content,
            Hash(row, 12), row.GetInt64(11));
        return revision.Hash == ContentHash.Of(content) && Hash(row, 13) == RowHash.Of(revision, row.GetString(6))
            ? revision
            : throw Damaged("revision", key);
    }

    public static Organisation Organisation(DbDataReader row)
    {
        var organisation = new Organisation(
            row.GetInt32(0), OrganisationId.Parse(row.GetString(1), "id"), row.GetString(2), row.GetString(3), row.GetInt32(4) != 0, row.GetInt64(5));
        return Hash(row, 6) == RowHash.Of(organisation) ? organisation : throw Damaged("organisation", organisation.Key);
    }

    public static Partnership Partnership(DbDataReader row)
    {
        ImmutableArray<int> members = [.. row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => int.Parse(m, CultureInfo.InvariantCulture))];
        var partnership = new Partnership(
            row.GetInt32(0), PartnershipId.Parse(row.GetString(1), "id"), row.GetString(2), row.GetString(3), members, row.GetInt32(5) != 0, row.GetInt64(6));
        return Hash(row, 7) == RowHash.Of(partnership) ? partnership : throw Damaged("partnership", partnership.Key);
    }

    public static Conflict Conflict(DbDataReader row)
    {
        var judgement = row.GetString(10);
        (ImmutableArray<ConflictParty> Parties, ImmutableArray<ConflictPair> Pairs) read;
        try
        {
            read = ConflictJudgement.Read(judgement);
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Damaged("conflict", row.GetInt64(0), fault);
        }

        var conflict = new Conflict(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5),
            (ConflictKind)row.GetInt32(6), row.GetDouble(7), (Relation)row.GetInt32(8), (ConflictState)row.GetInt32(9),
            read.Parties, read.Pairs, row.GetString(11), row.GetInt64(12), row.GetInt64(13));
        return Hash(row, 14) == RowHash.Of(conflict, judgement) ? conflict : throw Damaged("conflict", conflict.Key);
    }

    public static Change Change(DbDataReader row) => new(
        row.GetInt64(0),
        (ChangeKind)row.GetInt32(1),
        row.GetString(2),
        new Actor(row.GetString(3), row.GetString(4)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        row.GetInt32(6),
        row.GetInt32(7),
        Hash(row, 8));

    static ContentHash Hash(DbDataReader row, int column)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        var stored = (byte[])row[column];
        if (stored.Length != ContentHash.Size)
            return default;
        stored.CopyTo(bytes);
        return ContentHash.Of(bytes);
    }

    static RefusalException Damaged(string table, long key, Exception? inner = null) => new(
        ErrorReason.StorageDamaged,
        FormattableString.Invariant($"The stored {table} {key} does not match its hash: the database is damaged. Restore it from a backup."),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = FormattableString.Invariant($"{table} {key}") },
        inner: inner);
}
