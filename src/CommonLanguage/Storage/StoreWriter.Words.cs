using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

public abstract partial class StoreWriter
{
    const int RevisionsAtOnce = 1_000;

    /// <summary>
    /// Makes the keys of all stored words again where another version of the rule made them: of revisions, conflicts and counts of use.
    /// All or nothing. Call before the first write.
    /// </summary>
    /// <param name="version">The version of the rule, a name.</param>
    /// <param name="formsOf">The keys of an entry, the first term's first.</param>
    /// <param name="keyOf">The key of a word.</param>
    /// <exception cref="RefusalException">A row is damaged; nothing is changed.</exception>
    internal void RenewWords(string version, Func<EntryContent, IReadOnlyList<string>> formsOf, Func<string, string> keyOf)
    {
        Begin();
        try
        {
            Execute("DELETE FROM forms");
            var renewed = RenewRevisions(formsOf);
            RenewConflicts(word => renewed.TryGetValue(word, out var key) ? key : keyOf(word));
            RenewUses(word => renewed.TryGetValue(word, out var key) ? key : keyOf(word));
            Execute(
                "INSERT INTO meta (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                StoreReader.WordRule, version);
            Commit();
        }
        finally
        {
            Rollback();
        }
    }

    // Gives the new key of each old one that stood in a revision.
    Dictionary<string, string> RenewRevisions(Func<EntryContent, IReadOnlyList<string>> formsOf)
    {
        var renewed = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = -long.MaxValue;
        while (true)
        {
            var page = Query(
                $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.key > @p0 ORDER BY r.key LIMIT @p1",
                row => (Revision: Rows.Revision(row), Form: row.GetString(6)), last, RevisionsAtOnce);
            foreach (var (revision, old) in page)
            {
                var forms = formsOf(revision.Content);
                renewed[old] = forms[0];
                Execute("UPDATE revisions SET form = @p1, hash = @p2 WHERE key = @p0", revision.Key, forms[0], RowHash.Of(revision, forms[0]).ToBytes());
                foreach (var form in forms.Skip(1))
                    Execute("INSERT INTO forms (form, entry_key) VALUES (@p0, @p1) ON CONFLICT DO NOTHING", form, revision.EntryKey);
            }

            if (page.Count < RevisionsAtOnce)
                return renewed;
            last = page[^1].Revision.Key;
        }
    }

    // Of two conflicts whose words are one now, the elder keeps the word; the other stays under its old key until it is compared again.
    void RenewConflicts(Func<string, string> keyOf)
    {
        var conflicts = Query($"SELECT {Rows.ConflictColumns} FROM conflicts ORDER BY key", Rows.Conflict);
        var taken = conflicts.Select(conflict => (conflict.Partnership, conflict.Word, conflict.Language)).ToHashSet();
        foreach (var conflict in conflicts)
        {
            var renewed = conflict with { Word = keyOf(conflict.Word) };
            if (!taken.Add((renewed.Partnership, renewed.Word, renewed.Language)))
                continue;
            Execute(
                "UPDATE conflicts SET word = @p1, hash = @p2 WHERE key = @p0",
                conflict.Key, renewed.Word, RowHash.Of(renewed, ConflictJudgement.Write(renewed)).ToBytes());
        }
    }

    void RenewUses(Func<string, string> keyOf)
    {
        var uses = Query("SELECT word, look_ups, document_hits FROM uses", Rows.Use);
        Execute("DELETE FROM uses");
        Add([.. uses.Select(use => use with { Word = keyOf(use.Word) })]);
    }
}
