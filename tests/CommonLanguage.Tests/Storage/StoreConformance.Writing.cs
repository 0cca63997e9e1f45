using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

public abstract partial class StoreConformance
{
    [SkippableFact]
    public async Task A_repeated_request_is_answered_as_the_first_time_after_a_restart_too()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", "incident", Definitions.InFourHours);
        var first = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays), options: new("request-1"));

        engine = await RestartAsync(engine);
        var second = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays), options: new("request-1"));

        Assert.Equal(first.Revision, second.Revision);
        Assert.Equal(first.Sequence, second.Sequence);
        Assert.Equal(first.Conflicts.Select(c => c.Key), second.Conflicts.Select(c => c.Key));
        Assert.Equal(first.Sequence, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_request_id_belongs_to_its_actor()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        var somebody = Actor.Local("test") with { Name = "somebody" };

        var mine = await engine.AddAsync("a", Engine.Content("one", "1"), options: new("r"));
        var theirs = await engine.Editor.CreateEntryAsync(somebody, Engine.Organisation("a"), null, Engine.Content("two", "2"), new("r"), CancellationToken.None);

        Assert.NotEqual(mine.Revision.EntryId, theirs.Revision.EntryId);
    }

    [SkippableFact]
    public async Task A_refused_step_leaves_nothing_in_the_store()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("one", "1"), "e");
        var before = await CountsAsync(engine);

        _ = await RefusedAsync(ErrorReason.AlreadyExists, () => engine.AddAsync("a", Engine.Content("two", "2"), "e", new("r")));

        Assert.Equal(before, await CountsAsync(engine));
    }

    [SkippableFact]
    public async Task A_chosen_id_that_looks_like_a_given_one_does_not_get_in_its_way()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        foreach (var n in Enumerable.Range(2, 8))
            _ = await engine.AddAsync("a", Engine.Content("chosen", $"{n}"), FormattableString.Invariant($"given-{n}"));

        var given = await engine.AddAsync("a", "given", "by the service");

        Assert.Equal("by the service", (await engine.CurrentAsync("a", given.Revision.EntryId))!.Content.Definition);
        Assert.Equal(9, await engine.Reader.CountEntriesAsync(given.Revision.Organisation, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_chosen_id_that_looks_like_the_next_given_one_does_not_get_in_its_way()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("chosen", "1"), "given-2");

        var given = await engine.AddAsync("a", "given", "by the service");
        var next = await engine.AddAsync("a", "given", "by the service again");

        Assert.Equal(3, new[] { "given-2", given.Revision.EntryId, next.Revision.EntryId }.Distinct().Count());
    }

    [SkippableFact]
    public async Task Steps_that_wait_together_are_each_logged_and_each_refused_alone()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");

        var writes = Enumerable.Range(0, 60).Select(i => engine.AddAsync("a", Engine.Content($"term {i}", "d"), i % 3 == 0 ? "same" : null)).ToArray();
        var refused = 0;
        foreach (var write in writes)
        {
            try
            {
                _ = await write;
            }
            catch (RefusalException refusal) when (refusal.Reason == ErrorReason.AlreadyExists)
            {
                refused++;
            }
        }

        Assert.Equal(19, refused);
        Assert.Equal(41, await engine.Reader.CountEntriesAsync(1, CancellationToken.None));
        var changes = await engine.ChangesAsync();
        Assert.Equal(2 + 41, changes.Count);
        AssertChained(changes);
    }

    [SkippableTheory]
    [InlineData("revisions", "definition = 'Another meaning'")]
    [InlineData("revisions", "term = 'another'")]
    [InlineData("revisions", "form = 'another'")]
    [InlineData("revisions", "language = 'nl'")]
    [InlineData("revisions", "language = '!!'")]
    [InlineData("revisions", "details = '{}'")]
    [InlineData("revisions", "details = '{'")]
    [InlineData("revisions", "details = '{\"terms\":[[9,9]]}'")]
    [InlineData("revisions", "details = '[]'")]
    [InlineData("revisions", "details = '{\"note\":7}'")]
    [InlineData("revisions", "details = '{\"validFrom\":\"soon\"}'")]
    [InlineData("revisions", "term = ''")]
    [InlineData("revisions", "number = number + 1")]
    [InlineData("revisions", "organisation = 2")]
    [InlineData("revisions", "entry_id = 'other'")]
    [InlineData("revisions", "state = 2")]
    [InlineData("revisions", "sequence = 1")]
    [InlineData("organisations", "display_name = 'Another'")]
    [InlineData("organisations", "description = 'Another'")]
    [InlineData("organisations", "archived = 1")]
    [InlineData("organisations", "id = 'z' || id")]
    [InlineData("organisations", "id = 'not/an id'")]
    [InlineData("partnerships", "members = '1'")]
    [InlineData("partnerships", "members = '1 x'")]
    [InlineData("partnerships", "members = '99999999999'")]
    [InlineData("partnerships", "objectives = 'Another'")]
    [InlineData("partnerships", "id = ''")]
    [InlineData("conflicts", "severity = 0.01")]
    [InlineData("conflicts", "state = 8")]
    [InlineData("conflicts", "kind = 1")]
    [InlineData("conflicts", "relation = relation + 1")]
    [InlineData("conflicts", "term = 'another'")]
    [InlineData("conflicts", "word = 'another'")]
    [InlineData("conflicts", "judgement = '{}'")]
    [InlineData("conflicts", "judgement = '['")]
    [InlineData("conflicts", "judgement = '{\"parties\":[[1]],\"pairs\":[]}'")]
    [InlineData("conflicts", "comparer_version = '0'")]
    public async Task A_row_that_is_not_as_it_was_written_is_refused_and_never_served(string table, string change)
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", new EntryContent([new Term("incident")], Definitions.InFourHours, LanguageTag.English, note: "n"));
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);

        var where = table == "revisions" ? " WHERE key = 1" : table == "organisations" ? " WHERE key = 1" : "";
        Assert.Equal(1, await RunAsync(engine, $"UPDATE {table} SET {change}{where}"));

        var refusal = await RefusedAsync(ErrorReason.StorageDamaged, () => ReadEverythingAsync(engine));
        Assert.Contains(table.TrimEnd('s'), refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_store_with_a_damaged_row_answers_the_other_words_and_takes_no_writes()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("incident", "one"), "e");
        _ = await engine.AddAsync("a", Engine.Content("audit", "two"), "f");
        _ = await RunAsync(engine, "UPDATE revisions SET definition = 'another' WHERE key = 1");

        engine = await RestartAsync(engine);

        _ = await RefusedAsync(ErrorReason.StorageDamaged, () => engine.LookUpAsync("incident"));
        Assert.Equal("two", Assert.Single((await engine.LookUpAsync("audit")).Meanings).Definition);
        _ = await RefusedAsync(ErrorReason.StorageDamaged, () => engine.AddAsync("a", "new", "three"));
    }

    static async Task ReadEverythingAsync(Engine engine)
    {
        _ = await engine.Reader.ReadOrganisationsAsync(CancellationToken.None);
        _ = await engine.Reader.ReadPartnershipsAsync(CancellationToken.None);
        _ = await engine.Reader.ReadRevisionsAsync([1, 2, 3], CancellationToken.None);
        _ = await engine.Reader.ReadConflictsAsync([1], CancellationToken.None);
    }

    static async Task<string> CountsAsync(Engine engine)
    {
        List<long> counts = [];
        foreach (var table in new[] { "changes", "organisations", "partnerships", "revisions", "forms", "conflicts", "requests" })
        {
            await using var connection = await engine.Store.OpenReaderAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM {table}";
            counts.Add(Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
        }

        return string.Join(' ', counts);
    }
}
