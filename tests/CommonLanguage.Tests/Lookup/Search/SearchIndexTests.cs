using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Lookup.Search;

public sealed class SearchIndexTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = engine.Index;
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Theory]
    [InlineData("interruption", "incident")]
    [InlineData("INTERRUPTIONS", "incident")]
    [InlineData("supplier's", "incident")]
    [InlineData("\"unplanned interruption\"", "incident")]
    [InlineData("\"interruption unplanned\"", "")]
    [InlineData("interr*", "incident")]
    [InlineData("CAFE", "caf\u00E9")]
    [InlineData("caf\u00E9*", "caf\u00E9")]
    [InlineData("caf*", "caf\u00E9")]
    [InlineData("e-mail", "e-mail")]
    [InlineData("e-ma*", "e-mail")]
    [InlineData("\u4E8B\u6545", "\u4E8B\u6545")]
    [InlineData("\u0645\u0631\u062D\u0628\u0627", "greeting")]
    [InlineData("not", "greeting")]
    [InlineData("nothing", "")]
    [InlineData("organisation:1", "")]
    [InlineData("entry:1 key:incident", "")]
    public async Task Words_of_terms_and_definitions_are_found(string query, string terms)
    {
        foreach (var (term, definition) in new[]
        {
            ("incident", "An unplanned interruption of the supplier's service."), ("caf\u00E9", "A place to sit."), ("e-mail", "A letter on the wire."),
            ("\u4E8B\u6545", "\u610F\u5916\u4E8B\u4EF6\u3002"), ("greeting", "What is said, not written: \u0645\u0631\u062D\u0628\u0627."),
        })
            _ = await engine.AddAsync("a", term, definition);

        Assert.Equal(terms, string.Join('|', await FoundAsync(query)));
    }

    [Fact]
    public async Task What_is_left_out_is_left_out_and_more_words_found_come_first()
    {
        _ = await engine.AddAsync("a", "one", "red green");
        _ = await engine.AddAsync("a", "two", "red green blue");
        _ = await engine.AddAsync("a", "three", "red");

        Assert.Equal("two", (await FoundAsync("green blue red"))[0]);
        Assert.Equal(["one"], await FoundAsync("green -blue"));
        Assert.Equal(["three"], await FoundAsync("red -gre*"));
        Assert.Equal(["one"], await FoundAsync("red green -\"green blue\" -three"));
    }

    [Fact]
    public async Task The_whole_term_comes_before_words_inside_texts()
    {
        _ = await engine.AddAsync("a", "incident response plan", "A plan for the response to an incident; an incident response plan names who responds to which incident.");
        _ = await engine.AddAsync("a", "incident", "Something else.");

        Assert.Equal("incident", (await FoundAsync("Incidents"))[0]);
    }

    [Fact]
    public async Task The_filter_is_never_part_of_the_text()
    {
        _ = await engine.AddAsync("a", "incident", "of a");
        _ = await engine.AddAsync("b", "incident", "of b, organisation 1");
        _ = await engine.AddPartnershipAsync("q", "b");

        foreach (var query in new[] { "incident", "incident organisation:1", "incident 1", "incident \"organisation 1\"" })
        {
            Assert.Equal(["of b, organisation 1"], await DefinitionsAsync(query, ["organisations/b"], ""));
            Assert.Equal(["of b, organisation 1"], await DefinitionsAsync(query, [], "partnerships/q"));
        }
    }

    [Fact]
    public async Task A_search_is_filtered_by_language()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", "one", "en-GB"));
        _ = await engine.AddAsync("a", Engine.Content("incident", "twee", "nl"));

        var answer = await SearchAsync("incident", LookupFilter.Of(Engine.Actor, engine.Tables.Current.Directory, [], "", "en"));

        Assert.Equal(("one", 1), (Assert.Single(answer.Hits).Sense.Definition, answer.Total));
    }

    [Fact]
    public async Task Archived_entries_and_entries_of_archived_organisations_are_hidden()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", "archived"), "e");
        _ = await engine.AddAsync("a", "incident", "kept");
        _ = await engine.AddAsync("b", "incident", "of b");
        _ = await engine.ArchiveAsync("a", "e");
        _ = await engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("b"), engine.Tables.Current.Directory.Get(Engine.Organisation("b"), "b").Etag, default, CancellationToken.None);

        var answer = await SearchAsync("incident", LookupFilter.None);

        Assert.Equal(("kept", 1), (Assert.Single(answer.Hits).Sense.Definition, answer.Total));
    }

    [Fact]
    public async Task A_filter_of_many_organisations_is_no_obstacle()
    {
        foreach (var batch in Enumerable.Range(0, 1_100).Chunk(200))
            _ = await Task.WhenAll(batch.Select(i => engine.AddOrganisationAsync($"o{i}")));
        _ = await engine.AddAsync("o1099", "incident", "of the last");
        _ = await engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("b"), engine.Tables.Current.Directory.Get(Engine.Organisation("b"), "b").Etag, default, CancellationToken.None);

        Assert.Equal(["incident"], await FoundAsync("incident"));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_ended()
    {
        foreach (var n in Enumerable.Range(0, 7))
            _ = await engine.AddAsync("a", $"incident {n}", "d");
        await FollowAsync();

        var paged = Enumerable.Range(0, 4).SelectMany(page => engine.Index.Search("incident", engine.Tables.Current, LookupFilter.None, page * 2, 2).Hits).Select(hit => hit.Sense.Term).ToArray();

        Assert.Equal(7, paged.Distinct().Count());
        Assert.Equal(7, engine.Index.Search("incident", engine.Tables.Current, LookupFilter.None, 0, 2).Total);
        Assert.Empty(engine.Index.Search("incident", engine.Tables.Current, LookupFilter.None, 100, 2).Hits);
    }

    [Fact]
    public async Task The_matching_words_are_marked_as_they_stand()
    {
        _ = await engine.AddAsync("a", "meal", "A meal in a Caf\u00E9 or in several caf\u00E9s, with policies.");

        var hit = Assert.Single((await SearchAsync("cafe policy", LookupFilter.None)).Hits);

        Assert.Equal(["Caf\u00E9", "caf\u00E9s", "policies"], hit.Highlights.Select(place => hit.Snippet[place.Start..place.End]));
    }

    [Fact]
    public async Task Terms_spelt_nearly_so_are_named_by_closeness()
    {
        foreach (var term in new[] { "incident", "accident", "incidence", "outage", "inc" })
            _ = await engine.AddAsync("a", term, "d");
        await FollowAsync();

        Assert.Equal("incident", engine.Index.SpeltLike("incidnet", 5).First());
        Assert.Contains("incidence", engine.Index.SpeltLike("incident", 5));
        Assert.DoesNotContain("outage", engine.Index.SpeltLike("incident", 5));
        Assert.Empty(engine.Index.SpeltLike("in", 5));
        Assert.Single(engine.Index.SpeltLike("incident", 1));
    }

    [Fact]
    public async Task An_index_behind_the_store_says_how_much_of_it_stands()
    {
        _ = await engine.AddAsync("a", "incident", "d");
        engine.CloseIndex();
        Directory.Delete(engine.Store.IndexDirectory, recursive: true);

        Assert.Equal(0, engine.Index.Percent);
        Assert.Equal(0, engine.Index.Search("incident", engine.Tables.Current, LookupFilter.None, 0, 1).IndexPercent);

        await FollowAsync();
        Assert.Equal(100, engine.Index.Percent);
        Assert.Equal(["incident"], await FoundAsync("incident"));
    }

    [Fact]
    public async Task A_restart_goes_on_where_the_index_stood()
    {
        _ = await engine.AddAsync("a", "one", "d");
        await FollowAsync();
        engine.CloseIndex();
        _ = await engine.AddAsync("a", "two", "d");


        Assert.Equal(["one"], engine.Index.Search("one two", engine.Tables.Current, LookupFilter.None, 0, 10).Hits.Select(hit => hit.Sense.Term));
        Assert.Equal(["one", "two"], (await FoundAsync("one two")).Order());
    }

    Task FollowAsync() => engine.Index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);

    async Task<SearchAnswer> SearchAsync(string query, LookupFilter filter)
    {
        await FollowAsync();
        return engine.Index.Search(query, engine.Tables.Current, filter, 0, 100);
    }

    [Fact]
    public async Task Who_took_a_definition_over_is_no_hit_beside_the_one_it_is_from()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "i");
        _ = await engine.AddAsync("b", Engine.Content("incident", Definitions.InFourHours).With(adopts: "organisations/a/entries/i"));

        var all = await SearchAsync("disturbance", LookupFilter.None);
        Assert.Equal((1, 1), (Assert.Single(all.Hits).Sense.Organisation, all.Total));
        Assert.Equal([Definitions.InFourHours], await DefinitionsAsync("disturbance", ["organisations/b"], ""));
    }

    [Fact]
    public async Task A_word_that_only_the_adopter_has_shows_the_entry_it_took_over()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "i");
        var terms = System.Collections.Immutable.ImmutableArray.Create(new Term("incident"), new Term("mishap", TermForm.Variant));
        _ = await engine.AddAsync("b", new EntryContent(terms, Definitions.InFourHours, LanguageTag.Parse("en", "l"), adopts: "organisations/a/entries/i"));

        Assert.Equal(1, Assert.Single((await SearchAsync("mishap", LookupFilter.None)).Hits).Sense.Organisation);
    }

    [Fact]
    public async Task Definitions_that_use_a_word_are_told_from_those_that_do_not()
    {
        _ = await engine.AddAsync("a", Engine.Content("full-time student", "A student of at least 30 hours a week."), "f");
        _ = await engine.AddAsync("a", "part-time student", "A student who is no full-time student.");
        _ = await engine.AddAsync("b", "grant", "Money for full-time students, paid each month.");
        _ = await engine.AddAsync("b", "student", "Who studies, full or in part, time permitting.");
        await engine.Index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);

        var own = new HashSet<long> { (await engine.CurrentAsync("a", "f"))!.EntryKey };
        var filter = new LookupFilter(Partnership: engine.Tables.Current.Directory.Get(Engine.Partnership("p"), "p"), Language: LanguageTag.Parse("en", "l"));
        var found = engine.Index.Using("full-time student", engine.Tables.Current, filter, own, 10);

        Assert.Equal(["grant", "part-time student"], found.Hits.Select(hit => hit.Sense.Term).Order(StringComparer.Ordinal));
        Assert.Equal((2, false), (found.Total, found.HasMore));
    }

    async Task<List<string>> FoundAsync(string query) => [.. (await SearchAsync(query, LookupFilter.None)).Hits.Select(hit => hit.Sense.Term)];

    async Task<IEnumerable<string>> DefinitionsAsync(string query, string[] organisations, string partnership) =>
        (await SearchAsync(query, LookupFilter.Of(Engine.Actor, engine.Tables.Current.Directory, organisations, partnership, ""))).Hits.Select(hit => hit.Sense.Definition);
}
