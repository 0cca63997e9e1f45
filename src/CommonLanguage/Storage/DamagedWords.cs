using System.Globalization;

namespace CommonLanguage.Storage;

/// <summary>
/// The words that a damaged row may belong to. What the row itself says is not to be trusted, so its indexes are asked as well: they
/// lie on other pages, and hold its words and its entry a second time.
/// </summary>
sealed class DamagedWords(GlossaryStore store)
{
    /// <summary>Every form of every revision of the entries that a damaged revision may belong to.</summary>
    public async Task<HashSet<string>> OfRevisionAsync(long key, CancellationToken cancellation)
    {
        var keys = new HashSet<long> { key };
        foreach (var entry in await ReadAsync($"SELECT organisation, entry_id FROM revisions {Of("IX_revisions_organisation_entry_id_number")} WHERE +key = @p0", cancellation, key))
            keys.UnionWith(Numbers(await ReadAsync("SELECT key FROM revisions WHERE organisation = @p0 AND entry_id = @p1", cancellation, entry)));
        foreach (var entry in await ReadAsync("SELECT organisation, entry_id, entry_key FROM revisions WHERE key = @p0", cancellation, key))
            keys.UnionWith(Numbers(await ReadAsync("SELECT key FROM revisions WHERE entry_key = @p2 OR (organisation = @p0 AND entry_id = @p1)", cancellation, entry)));

        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var revision in keys)
        {
            words.UnionWith(Texts(await ReadAsync($"SELECT form FROM revisions {Of("IX_revisions_form")} WHERE +key = @p0", cancellation, revision)));
            words.UnionWith(Texts(await ReadAsync("SELECT form FROM revisions WHERE key = @p0", cancellation, revision)));
            words.UnionWith(Texts(await ReadAsync("SELECT form FROM forms WHERE entry_key = @p0", cancellation, revision)));
        }

        return words;
    }

    /// <summary>The word of a damaged conflict.</summary>
    public async Task<HashSet<string>> OfConflictAsync(long key, CancellationToken cancellation)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        words.UnionWith(Texts(await ReadAsync($"SELECT word FROM conflicts {Of("IX_conflicts_partnership_word_language")} WHERE +key = @p0", cancellation, key)));
        words.UnionWith(Texts(await ReadAsync("SELECT word FROM conflicts WHERE key = @p0", cancellation, key)));
        return words;
    }

    string Of(string index) => store.ReadThroughIndex(index);

    static IEnumerable<long> Numbers(List<object[]> rows) => rows.Select(row => row[0]).OfType<long>();

    static IEnumerable<string> Texts(List<object[]> rows) => rows.Select(row => row[0]).OfType<string>();

    async Task<List<object[]>> ReadAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var connection = await store.OpenReaderAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.Value = values[i];
            _ = command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellation);
        List<object[]> result = [];
        while (await rows.ReadAsync(cancellation))
        {
            var row = new object[rows.FieldCount];
            _ = rows.GetValues(row);
            result.Add(row);
        }

        return result;
    }
}
