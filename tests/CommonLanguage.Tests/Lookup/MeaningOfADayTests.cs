using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Lookup;

/// <summary>What a word meant on a day, and meanings that begin or end on a day of their own.</summary>
public sealed class MeaningOfADayTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_meaning_holds_from_the_day_it_was_published_until_the_next_one()
    {
        engine.Clock.MoveTo(2026, 3, 10);
        _ = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        engine.Clock.MoveTo(2026, 3, 20);
        _ = await engine.ChangeAsync("a", "e", Engine.Content("t", "two"));
        _ = await engine.ChangeAsync("a", "e", Engine.Content("t", "two, later that day"));
        engine.Clock.MoveTo(2026, 3, 30);
        _ = await engine.ArchiveAsync("a", "e");

        Assert.Equal("", await AtAsync("2026-03-09"));
        Assert.Equal("one", await AtAsync("2026-03-10"));
        Assert.Equal("one", await AtAsync("2026-03-19"));
        Assert.Equal("two, later that day", await AtAsync("2026-03-20"));
        Assert.Equal("two, later that day", await AtAsync("2026-03-29"));
        Assert.Equal("", await AtAsync("2026-03-30"));
        Assert.Equal("", await AtAsync("9999-12-31"));
    }

    [Fact]
    public async Task A_meaning_holds_on_the_days_it_says()
    {
        _ = await engine.AddAsync("a", new EntryContent([new Term("t")], "d", LanguageTag.English, validFrom: new(2020, 5, 1), validTo: new(2020, 6, 1)));

        Assert.Equal(["", "d", "d", ""], [await AtAsync("2020-04-30"), await AtAsync("2020-05-01"), await AtAsync("2020-05-31"), await AtAsync("2020-06-01")]);
        Assert.Equal("", await AtAsync(""));
    }

    [Fact]
    public async Task A_meaning_of_a_later_day_lets_the_one_before_it_stand_until_then()
    {
        _ = await engine.AddAsync("a", Engine.Content("t", "now"), "e");
        _ = await engine.ChangeAsync("a", "e", new EntryContent([new Term("t")], "from May", LanguageTag.English, validFrom: new(2026, 5, 1)));

        Assert.Equal("now", await AtAsync(""));
        engine.Clock.MoveTo(2026, 5, 1);
        Assert.Equal("from May", await AtAsync(""));
        Assert.Equal("now", await AtAsync("2026-04-30"));
    }

    [Fact]
    public async Task A_word_is_found_until_the_day_on_which_its_entry_takes_another()
    {
        _ = await engine.AddAsync("a", Engine.Content("old", "now"), "e");
        Assert.Equal("now", Assert.Single((await engine.LookUpAsync("old")).Meanings).Definition);
        _ = await engine.ChangeAsync("a", "e", new EntryContent([new Term("new")], "from May", LanguageTag.English, validFrom: new(2026, 5, 1)));
        var loaded = new LiveTables(engine.Store, engine.Reader);
        await loaded.LoadAsync(CancellationToken.None);

        foreach (var tables in new[] { engine.Tables, loaded })
        {
            var lookup = new TermLookup(tables, new StoredLookup(engine.Reader), new UseCounts(), engine.Clock);
            engine.Clock.MoveTo(2026, 4, 30);
            Assert.Equal((1, 0), (await CountAsync(lookup, "old"), await CountAsync(lookup, "new")));
            engine.Clock.MoveTo(2026, 5, 1);
            Assert.Equal((0, 1), (await CountAsync(lookup, "old"), await CountAsync(lookup, "new")));
        }

        static async Task<int> CountAsync(TermLookup lookup, string word) => V1.LookUpTermResponse.Parser.ParseFrom(
            (await lookup.LookUpAsync(Engine.Actor, word, [], "", "", "", "", "", CancellationToken.None)).ToBytes()).Meanings.Count;
    }

    [Fact]
    public async Task A_retired_meaning_held_on_the_days_before_it_was_retired()
    {
        engine.Clock.MoveTo(2026, 3, 10);
        _ = await engine.AddAsync("a", Dated("t"), "e");
        engine.Clock.MoveTo(2026, 3, 20);
        _ = await engine.ArchiveAsync("a", "e");

        Assert.Equal("d", await AtAsync("2021-01-01"));
        Assert.Equal("d", await AtAsync("2026-03-19"));
        Assert.Equal("", await AtAsync("2026-03-20"));
    }

    [Fact]
    public async Task A_word_that_was_another_ones_is_found_on_the_days_it_was()
    {
        engine.Clock.MoveTo(2026, 3, 10);
        _ = await engine.AddAsync("a", Engine.Content("old (OLD)", "d"), "e");
        engine.Clock.MoveTo(2026, 3, 20);
        _ = await engine.ChangeAsync("a", "e", Engine.Content("new", "d"));

        Assert.Equal("d", await AtAsync("2026-03-10", "OLD"));
        Assert.Equal("", await AtAsync("2026-03-20", "OLD"));
        Assert.Equal("", await AtAsync("2026-03-10", "new"));
        Assert.Equal("d", await AtAsync("2026-03-20", "new"));
    }

    [Fact]
    public async Task The_meaning_of_a_day_names_the_conflicts_that_are_open_now()
    {
        _ = await engine.AddAsync("a", "incident (INC)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);

        var answer = await engine.LookUpAsync("INC", at: "2026-03-01");

        Assert.Single(Assert.Single(answer.Meanings).Conflicts);
    }

    [Fact]
    public async Task Answers_come_from_the_store_while_the_tables_are_being_loaded()
    {
        _ = await engine.AddAsync("a", "incident (INC)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        _ = await engine.AddAsync("b", Dated("dated"));
        var unloaded = new TermLookup(new LiveTables(engine.Store, engine.Reader), new StoredLookup(engine.Reader), new(), engine.Clock);

        foreach (var word in new[] { "incidents", "INC", "dated", "nothing" })
        {
            Assert.Equal(
                await engine.LookUpAsync(word),
                V1.LookUpTermResponse.Parser.ParseFrom((await unloaded.LookUpAsync(Engine.Actor, word, [], "", "", "", "", "", CancellationToken.None)).ToBytes()));
        }
    }

    static EntryContent Dated(string term) => new([new Term(term)], "d", LanguageTag.English, validFrom: new(2020, 1, 1));

    async Task<string> AtAsync(string day, string term = "t") =>
        string.Join('|', (await engine.LookUpAsync(term, at: day)).Meanings.Select(meaning => meaning.Definition));
}
