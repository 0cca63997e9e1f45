using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Tests.Rig;
using CsCheck;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    /// <summary>
    /// A random history of several words, people and restarts: whoever follows the change log from its beginning, whoever follows it
    /// piece by piece and whoever loads the store anew answer alike, and everything that was acknowledged is in the log and readable as
    /// it was acknowledged.
    /// </summary>
    [SkippableTheory]
    [InlineData(4u)]
    [InlineData(5u)]
    [InlineData(6u)]
    public async Task Replaying_the_log_gives_the_same_state_and_nothing_that_was_acknowledged_is_lost(uint seed)
    {
        var steps = Gen.Select(Gen.Int[0, 17], Gen.Int[0, 5], Gen.Int[0, 3]).Array[150].Generate(new PCG(seed, seed), null, out _);
        var engine = await StartAsync();
        var (first, often) = (await FollowerAsync(engine), await FollowerAsync(engine));
        var ledger = new Ledger();
        var room = await Room.OpenAsync(engine);
        ledger.Begin(await engine.ChangesAsync());
        foreach (var (number, (action, person, choice)) in steps.Index())
        {
            try
            {
                ledger.Acknowledge(await HistoricStepAsync(room, action, person, choice), engine.Tables.Current.Sequence);
            }
            catch (RefusalException refusal)
            {
                Assert.NotEqual(ErrorReason.InternalFault, refusal.Reason);
            }

            if (number % 10 == 9)
                await AssertSameAsync(engine, await CaughtUpAsync(engine, often));
            if (number % 50 != 49)
                continue;
            await AssertSameAsync(engine, await CaughtUpAsync(engine, first));
            engine = await RestartAsync(engine);
            room = new(engine);
            (first, often) = (await FollowerAsync(engine), await FollowerAsync(engine));
        }

        Assert.True(ledger.Count > 30, $"Only {ledger.Count} of {steps.Length} actions changed something: the walk goes nowhere.");
        await ledger.AssertNothingLostAsync(engine);
        await AssertSameAsync(engine, await FollowerAsync(engine));
    }

    // The words of the history: the one in dispute, and three more that come and go.
    static async Task<object> HistoricStepAsync(Room room, int action, int person, int choice)
    {
        var engine = room.Engine;
        var organisation = (person % 3) switch { 0 => "a", 1 => "b", _ => "c" };
        var word = $"word {choice}";
        switch (action)
        {
            case <= 11:
                var conflicts = await engine.ConflictsAsync();
                return await StepAsync(room, conflicts[(person + choice) % conflicts.Count], action, Somebody(room, person), choice);
            case 12 or 13:
                return await engine.AddAsync(organisation, Engine.Content(word, Texts[(person + choice) % Texts.Length]), $"e{choice}");
            case 14:
                return await engine.ChangeAsync(organisation, $"e{choice}", Engine.Content(word, Texts[person % Texts.Length], person > 3 ? "de" : "en"));
            case 15:
                return await engine.ArchiveAsync(organisation, $"e{choice}", person > 3 ? "word 0" : "");
            case 16:
                return await engine.SetMembersAsync("p", person > 3 ? ["a", "b"] : ["a", "b", "c"]);
            default:
                return await engine.ImportAsync(organisation, $"term,definition\n{word},{Texts[person % Texts.Length]}\nrow {person},{Texts[choice]}\n", "p");
        }
    }

    /// <summary>Tables that stand where the store stands now, and follow only when they are told to.</summary>
    static async Task<LiveTables> FollowerAsync(Engine engine)
    {
        var tables = new LiveTables(engine.Store, engine.Reader);
        await tables.LoadAsync(CancellationToken.None);
        return tables;
    }

    static async Task<LiveTables> CaughtUpAsync(Engine engine, LiveTables behind)
    {
        behind.Publish(await engine.Queue.RunAsync<ReadTables>((_, writer) => new(new Follower(behind).CatchUp(writer), null, "", Engine.Actor), CancellationToken.None));
        return behind;
    }

    static async Task AssertSameAsync(Engine engine, LiveTables other)
    {
        var (here, there) = (engine.Tables.Current, other.Current);
        Assert.Equal(here.Sequence, there.Sequence);
        Assert.Equal(here.Directory.Organisations, there.Directory.Organisations);
        Assert.Equal(here.Directory.Partnerships.Select(Said), there.Directory.Partnerships.Select(Said));
        var lookup = new TermLookup(other, new StoredLookup(engine.Reader), new UseCounts(), engine.Clock);
        string[] words = ["incident", .. Enumerable.Range(0, 4).Select(n => $"word {n}"), .. Enumerable.Range(0, 6).Select(n => $"row {n}")];
        foreach (var word in words)
        {
            var answer = await lookup.LookUpAsync(Engine.Actor, word, [], "", "", "", "", "", CancellationToken.None);
            Assert.Equal(await engine.LookUpAsync(word), V1.LookUpTermResponse.Parser.ParseFrom(answer.ToBytes()));
        }

        static string Said(Partnership partnership) =>
            $"{partnership.Key} {partnership.Id} {partnership.DisplayName} {string.Join(' ', partnership.Members)} {partnership.Archived} {partnership.SignOff} {partnership.Shared} {partnership.Etag}";
    }
}
