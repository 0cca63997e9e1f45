using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task Conflicts_known_from_both_sides_come_first_then_by_severity_times_use()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b", "c");
        await AddConflictAsync(engine, "one", "a", "c");
        await AddConflictAsync(engine, "two", "a", "b");
        await AddConflictAsync(engine, "three", "b", "c");
        await AddConflictAsync(engine, "four", "a", "c");
        var translator = new Room(engine).Translator;
        for (var i = 0; i < 100; i++)
            _ = await engine.LookUpAsync("Fours");
        await engine.Uses.KeepAsync(CancellationToken.None);

        var (page, total) = await QueueAsync(engine, translator);

        Assert.Equal(4, total);
        // The word of a and b first; of the others the one that is used; among equals the newer one.
        Assert.Equal(["two", "four", "three", "one"], page.Select(entry => entry.Conflict.Term));
        Assert.Equal([true, false, false, false], page.Select(entry => entry.Place.KnowsBothSides));
        Assert.Equal((100, 0), (page[1].Use.LookUps, page[1].Use.DocumentHits));
        Assert.Equal(page[1].Conflict.Severity * page[1].Use.Exposure, page[1].Place.Rank, 9);
        Assert.Equal(page.Select(entry => entry.Conflict.Key), await new MyQueue(engine.Reader, engine.Tables).ReadOrderAsync(translator, CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_queue_can_be_asked_for_what_some_organisations_take_part_in()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b", "c");
        await AddConflictAsync(engine, "one", "a", "c");
        await AddConflictAsync(engine, "two", "a", "b");
        await AddConflictAsync(engine, "three", "b", "c");
        var keys = engine.Tables.Current.Directory.Organisations.ToDictionary(one => one.Id.Value, one => one.Key);

        async Task<int> CountAsync(params string[] organisations) => (await engine.Reader.ReadQueueOrderAsync(
            new(null, [], [], 0, [], "") { TakingPart = [.. organisations.Select(id => keys[id])] }, CancellationToken.None)).Count;

        Assert.Equal((2, 3, 0), (await CountAsync("a"), await CountAsync("a", "b"), await CountAsync()));
    }

    [SkippableFact]
    public async Task A_queue_is_paged_without_gaps_and_shows_only_what_is_open_and_seen()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b", "c");
        foreach (var word in (string[])["one", "two", "three", "four", "five"])
            await AddConflictAsync(engine, word, "a", word.Length > 3 ? "b" : "c");
        var room = new Room(engine);

        var whole = (await QueueAsync(engine, room.Translator)).Page.Select(entry => entry.Conflict.Term).ToList();
        List<string> paged = [];
        var after = QueuePlace.Start;
        while (true)
        {
            var (page, _) = await new MyQueue(engine.Reader, engine.Tables).ListAsync(room.Translator, null, after, 2, null, CancellationToken.None);
            paged.AddRange(page.Select(entry => entry.Conflict.Term));
            if (page.Count < 2)
                break;
            after = page[^1].Place;
        }

        Assert.Equal(5, whole.Count);
        Assert.Equal(whole, paged);
        Assert.Equal((0, 0), ((await QueueAsync(engine, room.Stranger)).Page.Count, (await QueueAsync(engine, room.Stranger)).Total));
        _ = await RefusedAsync(ErrorReason.PartnershipNotFound, () => QueueAsync(engine, room.Stranger, "p"));

        var first = (await QueueAsync(engine, room.Translator)).Page[0].Conflict;
        _ = await engine.Reconciler.DismissAsync(room.Translator, Room.NameOf(first), first.Etag, false, "", default, CancellationToken.None);
        Assert.Equal(4, (await QueueAsync(engine, room.Translator)).Total);
    }

    [SkippableFact]
    public async Task Uses_are_written_down_beside_the_change_log_and_survive_a_restart()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        await AddConflictAsync(engine, "one", "a", "b");
        _ = await engine.AddAsync("a", "calm", "A word without a conflict.");
        var (sequence, etag) = (engine.Tables.Current.Sequence, (await engine.ConflictsAsync())[0].Etag);

        _ = await engine.LookUpAsync("one");
        _ = await engine.LookUpAsync("calm");
        await engine.Uses.KeepAsync(CancellationToken.None);
        _ = await engine.LookUpAsync("one");
        await engine.Uses.KeepAsync(CancellationToken.None);
        engine = await RestartAsync(engine);

        Assert.Equal([new WordUse("one", 2, 0)], await engine.Reader.ReadUsesAsync(["one", "calm"], CancellationToken.None));
        Assert.Equal((sequence, etag), (engine.Tables.Current.Sequence, (await engine.ConflictsAsync())[0].Etag));
        Assert.Equal(sequence, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
        // A conflict that changes keeps the rank that its uses give it.
        _ = await engine.ChangeAsync("b", "one", Engine.Content("one", Definitions.InNineWeeks));
        var entry = Assert.Single((await QueueAsync(engine, Engine.Actor)).Page);
        Assert.Equal(entry.Conflict.Severity * (1 + Math.Log10(3)), entry.Place.Rank, 9);
    }

    static async Task AddConflictAsync(Engine engine, string word, string x, string y)
    {
        _ = await engine.AddAsync(x, Engine.Content(word, Definitions.InFourHours), word);
        _ = await engine.AddAsync(y, Engine.Content(word, Definitions.InTwoDays), word);
    }

    static Task<(IReadOnlyList<QueueEntry> Page, int Total)> QueueAsync(Engine engine, Actor actor, string? partnership = null) =>
        new MyQueue(engine.Reader, engine.Tables).ListAsync(
            actor, partnership is null ? null : Engine.Partnership(partnership), QueuePlace.Start, 100, null, CancellationToken.None);
}
