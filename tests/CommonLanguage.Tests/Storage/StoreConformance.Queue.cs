using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

public abstract partial class StoreConformance
{
    static readonly QueueFilter Everything = new(null, [], [], 0, [], "");

    [SkippableFact]
    public async Task The_queue_is_sharpest_first_and_pages_go_on_where_the_last_ended()
    {
        var engine = await StartWithQueueAsync();
        var all = await engine.OpenConflictsAsync();

        List<Conflict> paged = [];
        for (var (severity, key) = (double.MaxValue, 0L); await engine.Reader.ReadQueueAsync(Everything, severity, key, 2, CancellationToken.None) is { Page.Count: > 0 } read;)
        {
            Assert.Equal(all.Count, read.Total);
            paged.AddRange(read.Page);
            (severity, key) = (read.Page[^1].Severity, read.Page[^1].Key);
        }

        Assert.Equal(5, all.Count);
        Assert.Equal(all.OrderByDescending(c => c.Severity).ThenBy(c => c.Key).Select(c => c.Key), paged.Select(c => c.Key));
    }

    [SkippableFact]
    public async Task The_queue_is_filtered_by_partnership()
    {
        var engine = await StartWithQueueAsync();
        var directory = engine.Tables.Current.Directory;
        var q = directory.Get(Engine.Partnership("q"), "q").Key;

        Assert.Equal(["audit"], await WordsAsync(engine, Everything with { Partnership = q }));
        Assert.Empty(await WordsAsync(engine, Everything with { Partnership = 99 }));
    }

    [SkippableFact]
    public async Task The_queue_is_filtered_by_word()
    {
        var engine = await StartWithQueueAsync();

        Assert.Equal(["audit", "audit"], await WordsAsync(engine, Everything with { Word = "audit" }));
        Assert.Empty(await WordsAsync(engine, Everything with { Word = "aud%" }));
    }

    [SkippableFact]
    public async Task The_queue_is_filtered_by_one_organisation_that_takes_part_or_two_that_both_do()
    {
        var engine = await StartWithQueueAsync();
        var key = engine.Tables.Current.Directory.Organisations.ToDictionary(o => o.Id.Value, o => o.Key, StringComparer.Ordinal);

        Assert.Equal(["backup", "incident"], await WordsAsync(engine, Everything with { Organisations = [key["c"]] }));
        Assert.Equal(["incident"], await WordsAsync(engine, Everything with { Organisations = [key["a"], key["c"]] }));
        Assert.Equal(["audit", "backup", "incident", "key"], await WordsAsync(engine, Everything with { Organisations = [key["a"], key["b"], key["c"]] }));
    }

    [SkippableFact]
    public async Task The_queue_is_filtered_by_kind_and_severity()
    {
        var engine = await StartWithQueueAsync();
        var all = await engine.OpenConflictsAsync();
        var middle = all.Select(c => c.Severity).Order().ElementAt(2);

        foreach (var kind in Enum.GetValues<ConflictKind>())
            Assert.Equal(all.Count(c => c.Kind == kind), (await WordsAsync(engine, Everything with { Kinds = [kind] })).Count);
        Assert.Equal(all.Count, (await WordsAsync(engine, Everything with { Kinds = [.. Enum.GetValues<ConflictKind>()] })).Count);
        Assert.Equal(all.Count(c => c.Severity >= middle), (await WordsAsync(engine, Everything with { MinimumSeverity = middle })).Count);
        Assert.Empty(await WordsAsync(engine, Everything with { MinimumSeverity = 1.01 }));
    }

    [SkippableFact]
    public async Task The_queue_holds_what_is_open_unless_another_state_is_asked_for()
    {
        var engine = await StartWithQueueAsync();
        _ = await engine.ArchiveAsync("b", "key");

        Assert.DoesNotContain("key", await WordsAsync(engine, Everything));
        Assert.Equal(["key"], await WordsAsync(engine, Everything with { States = [ConflictState.Closed] }));
        Assert.Equal(4, (await WordsAsync(engine, Everything with { States = [ConflictState.Detected] })).Count);
    }

    [SkippableFact]
    public async Task A_conflict_comes_back_with_its_parties_pairs_and_evidence()
    {
        var engine = await StartWithQueueAsync();
        var opened = (await engine.OpenConflictsAsync()).Single(c => c.Word == "key");

        engine = await RestartAsync(engine);

        var stored = await engine.Reader.FindConflictAsync(opened.Partnership, opened.Id, CancellationToken.None);
        Assert.NotNull(stored);
        Assert.Equal(opened.Parties, stored.Parties.AsEnumerable());
        Assert.Equal(opened.Pairs.Select(p => (p.A, p.B, p.Comparison.Relation, p.Comparison.Probabilities, p.Comparison.Similarity, p.Comparison.Conflict, p.Comparison.Kind)),
            stored.Pairs.Select(p => (p.A, p.B, p.Comparison.Relation, p.Comparison.Probabilities, p.Comparison.Similarity, p.Comparison.Conflict, p.Comparison.Kind)));
        Assert.NotEmpty(stored.Pairs[0].Comparison.Evidence);
        Assert.Equal(opened.Pairs.SelectMany(p => p.Comparison.Evidence), stored.Pairs.SelectMany(p => p.Comparison.Evidence));
        Assert.Equal((opened.Severity, opened.Kind, opened.State, opened.Opened, opened.Sequence, opened.Term), (stored.Severity, stored.Kind, stored.State, stored.Opened, stored.Sequence, stored.Term));
    }

    [SkippableFact]
    public async Task Conflicts_are_read_by_key_and_by_word()
    {
        var engine = await StartWithQueueAsync();
        var all = await engine.OpenConflictsAsync();

        Assert.Equal(all.Select(c => c.Key).Order(), (await engine.Reader.ReadConflictsAsync(all.Select(c => c.Key), CancellationToken.None)).Select(c => c.Key).Order());
        Assert.Equal(["audit", "audit", "key"], (await engine.Reader.ReadConflictsOfAsync(["audit", "key", "nothing"], CancellationToken.None)).Select(c => c.Word).Order());
        Assert.Null(await engine.Reader.FindConflictAsync(all[0].Partnership, "nothing", CancellationToken.None));
    }

    static async Task<List<string>> WordsAsync(Engine engine, QueueFilter filter)
    {
        var (page, total) = await engine.Reader.ReadQueueAsync(filter, double.MaxValue, 0, 100, CancellationToken.None);
        Assert.Equal(page.Count, total);
        return [.. page.Select(conflict => conflict.Word).Order(StringComparer.Ordinal)];
    }

    /// <summary>Conflicts about incident (a, b, c), key and audit (a, b), backup (b, c) in partnership p, about audit (a, d) in q.</summary>
    async Task<Engine> StartWithQueueAsync()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b", "c");
        foreach (var (organisation, word, definition) in new[]
        {
            ("a", "incident", Definitions.InFourHours), ("b", "incident", Definitions.InTwoDays), ("c", "incident", Definitions.InNineWeeks),
            ("a", "key", "A secret number that opens a cipher text to those who know it."), ("b", "key", "A thing of metal with teeth by which a door is locked and unlocked."),
            ("a", "audit", Definitions.InTwoDays), ("b", "audit", Definitions.InNineWeeks),
            ("b", "backup", Definitions.InFourHours), ("c", "backup", Definitions.InNineWeeks),
            ("a", "agreed", Definitions.InFourHours), ("b", "agreed", Definitions.InFourHours),
        })
            _ = await engine.AddAsync(organisation, Engine.Content(word, definition), word);
        _ = await engine.AddOrganisationAsync("d");
        _ = await engine.AddAsync("d", Engine.Content("audit", Definitions.InFourHours), "audit");
        _ = await engine.AddPartnershipAsync("q", "a", "d");
        return engine;
    }
}
