using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;
using Npgsql;

namespace CommonLanguage.Tests.Storage;

/// <summary>Several nodes on one PostgreSQL database.</summary>
public sealed class PostgresNodesTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    readonly List<Engine> engines = [];
    readonly List<TempFolder> folders = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var engine in engines)
            await engine.DisposeAsync();
        folders.ForEach(folder => folder.Dispose());
    }

    [SkippableFact]
    public async Task Nodes_see_each_others_writes_before_their_own()
    {
        var (one, two) = await StartTwoAsync();
        await one.AddPartnersAsync("a", "b");
        _ = await one.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");

        var written = await two.AddAsync("b", "incident", Definitions.InTwoDays);

        Assert.Single(written.Conflicts);
        Assert.Equal(["a", "b"], two.Tables.Current.Directory.Organisations.Select(o => o.Id.Value));
        Assert.Equal(2, (await two.LookUpAsync("incident")).Meanings.Count);
        _ = await one.ChangeAsync("a", "e", Engine.Content("incident", Definitions.InNineWeeks));
        Assert.Equal(2, (await one.LookUpAsync("incident")).Meanings.Count);
        Assert.All((await one.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task A_key_that_one_node_revokes_is_refused_by_the_other_once_it_follows()
    {
        var (one, two) = await StartTwoAsync();
        var made = await one.AccessEditor.CreateKeyAsync(Engine.Actor, "ana", "", Scopes.Read, null, validateOnly: false, CancellationToken.None);
        await two.Queue.CatchUpAsync(CancellationToken.None);
        _ = two.Access.SignIn(made.Text, kind => kind);
        _ = await one.AccessEditor.RevokeKeyAsync(Engine.Actor, made.Key!.Name, CancellationToken.None);
        await two.Queue.CatchUpAsync(CancellationToken.None);

        Assert.Throws<RefusalException>(() => two.Access.SignIn(made.Text, kind => kind));
    }

    [SkippableFact]
    public async Task What_a_node_catches_up_with_is_what_a_fresh_node_loads()
    {
        var (one, two) = await StartTwoAsync();
        await one.AddPartnersAsync("a", "b", "c");
        foreach (var organisation in new[] { "a", "b", "c" })
            _ = await one.AddAsync(organisation, Engine.Content("incident (INC)", organisation == "c" ? Definitions.InTwoDays : Definitions.InFourHours), "e");
        _ = await two.AddAsync("a", "audit", "mine");
        _ = await one.ChangeAsync("a", "e", Engine.Content("outage (INC)", Definitions.InNineWeeks));
        _ = await one.ChangeAsync("a", "e", Engine.Content("outage", Definitions.InNineWeeks));
        _ = await one.ArchiveAsync("b", "e");
        _ = await one.SetMembersAsync("p", "a", "c");

        _ = await two.AddAsync("a", "audit", "mine again");

        var fresh = await StartAsync();
        foreach (var word in new[] { "incident", "inc", "outage", "audit" })
            Assert.Equal(await fresh.LookUpAsync(word), await two.LookUpAsync(word));
        Assert.Equal(fresh.Tables.Current.StartingWith("").Select(w => w.Key), two.Tables.Current.StartingWith("").Select(w => w.Key));
    }

    [SkippableFact]
    public async Task Writers_of_two_nodes_take_turns_and_leave_one_gapless_log()
    {
        var (one, two) = await StartTwoAsync();
        await one.AddPartnersAsync("a", "b");

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? one : two).AddAsync(i % 2 == 0 ? "a" : "b", $"term {i / 2}", i % 2 == 0 ? Definitions.InFourHours : Definitions.InTwoDays)));

        var changes = await one.ChangesAsync();
        Assert.Equal(Enumerable.Range(1, 63).Select(n => (long)n), changes.Select(c => c.Sequence));
        Assert.Equal(30, (await one.OpenConflictsAsync()).Count);
    }

    [SkippableFact]
    public async Task An_etag_read_on_one_node_is_stale_after_a_write_on_the_other()
    {
        var (one, two) = await StartTwoAsync();
        await one.AddPartnersAsync("a");
        var read = (await one.AddAsync("a", Engine.Content("incident", "1"), "e")).Revision.Etag;
        _ = await two.Editor.UpdateEntryAsync(Engine.Actor, Engine.Name("a", "e"), read, _ => Engine.Content("incident", "2"), default, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            one.Editor.UpdateEntryAsync(Engine.Actor, Engine.Name("a", "e"), read, _ => Engine.Content("incident", "3"), default, CancellationToken.None));

        Assert.Equal(ErrorReason.EtagStale, refusal.Reason);
    }

    [SkippableFact]
    public async Task A_request_repeated_on_another_node_is_answered_as_the_first_time()
    {
        var (one, two) = await StartTwoAsync();
        await one.AddPartnersAsync("a");

        var first = await one.AddAsync("a", Engine.Content("incident", "1"), options: new("r"));
        var second = await two.AddAsync("a", Engine.Content("incident", "1"), options: new("r"));

        Assert.Equal((first.Sequence, first.Revision), (second.Sequence, second.Revision));
    }

    [SkippableFact]
    public async Task The_index_of_each_node_follows_the_writes_of_all()
    {
        var (one, two) = await StartTwoAsync();
        using var index = new SearchIndex(two.Store, two.Reader, 0, two.Clock);
        await one.AddPartnersAsync("a");
        _ = await one.AddAsync("a", Engine.Content("incident", "An unplanned interruption."), "e");
        _ = await two.AddAsync("a", "other", "Something else.");

        await index.FollowAsync(two.Tables.Current.Sequence, CancellationToken.None);

        Assert.Equal("e", Assert.Single(index.Search("interruption", two.Tables.Current, LookupFilter.None, 0, 10).Hits).Sense.EntryId);
    }

    [SkippableFact]
    public async Task A_write_that_waited_in_vain_for_another_node_is_refused_and_the_next_one_goes_on()
    {
        var engine = await StartAsync("Command Timeout=1");
        await engine.AddPartnersAsync("a");
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var other = await source.OpenConnectionAsync())
        await using (var transaction = await other.BeginTransactionAsync())
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(18981338663186023)", other, transaction);
            _ = await command.ExecuteNonQueryAsync();
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.AddAsync("a", "incident", "one"));
            Assert.Equal(ErrorReason.StorageFailed, refusal.Reason);
        }

        Assert.Equal(1, (await engine.AddAsync("a", "incident", "two")).Revision.Number);
    }

    [SkippableFact]
    public async Task A_write_after_the_database_dropped_the_connection_goes_on()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        await using (var command = source.CreateCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"))
            _ = await command.ExecuteNonQueryAsync();

        await Record.ExceptionAsync(() => engine.AddAsync("a", "incident", "one"));

        Assert.Equal("two", (await engine.AddAsync("a", "audit", "two")).Revision.Content.Definition);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("no connection string")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2")]
    [InlineData("DATABASE;Database=there_is_none")]
    public async Task A_database_that_cannot_be_reached_is_a_refusal_that_leaves_nothing_locked(string connection)
    {
        PostgresDatabase.Require();
        var folder = Folder();
        var options = new StorageOptions
        {
            DataDirectory = folder.Path, Provider = StorageProvider.PostgreSql, ConnectionString = connection.Replace("DATABASE", database.ConnectionString, StringComparison.Ordinal),
        };

        _ = await Assert.ThrowsAsync<RefusalException>(() => GlossaryStore.OpenAsync(options, TimeProvider.System, CancellationToken.None));

        DataDirectory.Open(folder.Path).Dispose();
    }

    async Task<(Engine One, Engine Two)> StartTwoAsync() => (await StartAsync(), await StartAsync());

    async Task<Engine> StartAsync(string more = "")
    {
        PostgresDatabase.Require();
        if (engines.Count == 0)
            await database.EmptyAsync();
        var engine = await Engine.StartAsync(new StorageOptions
        {
            DataDirectory = Folder().Path, Provider = StorageProvider.PostgreSql, ConnectionString = $"{database.ConnectionString};{more}",
        });
        engines.Add(engine);
        return engine;
    }

    TempFolder Folder()
    {
        var folder = new TempFolder();
        folders.Add(folder);
        return folder;
    }
}
