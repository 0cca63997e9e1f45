using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

public abstract partial class StoreConformance
{
    [SkippableFact]
    public async Task The_search_index_follows_the_change_log()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        using var index = new SearchIndex(engine.Store, engine.Reader, 0, engine.Clock);
        _ = await engine.AddAsync("a", Engine.Content("incident", "An unplanned interruption."), "e");
        await FollowAsync(engine, index);
        Assert.Equal(["e"], Found(engine, index, "interruption"));

        _ = await engine.ChangeAsync("a", "e", Engine.Content("incident", "A reported disturbance."));
        await FollowAsync(engine, index);
        Assert.Equal(["e"], Found(engine, index, "disturbance"));
        Assert.Empty(Found(engine, index, "interruption"));

        _ = await engine.ArchiveAsync("a", "e");
        await FollowAsync(engine, index);
        Assert.Empty(Found(engine, index, "disturbance"));
    }

    [SkippableTheory]
    [InlineData("Science & Technology", "R & D")]
    [InlineData("R & D", "R & D")]
    [InlineData("r&d", "R & D")]
    [InlineData("technology - science", "R & D")]
    [InlineData("%", "%")]
    [InlineData("US", "U.S.")]
    [InlineData("u.s.", "U.S.")]
    [InlineData("hyphen", "U.S.")]
    [InlineData("hy\u00ADphen", "U.S.")]
    [InlineData("\"soft hy*\"", "U.S.")]
    [InlineData("\"soft hyphen", "U.S.")]
    public async Task A_search_takes_what_a_person_types(string query, string term)
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        using var index = new SearchIndex(engine.Store, engine.Reader, 0, engine.Clock);
        _ = await engine.AddAsync("a", Engine.Content("R & D", "Science and technology."), "rd");
        _ = await engine.AddAsync("a", Engine.Content("U.S.", "A soft hy\u00ADphen in a hard country."), "us");
        _ = await engine.AddAsync("a", Engine.Content("%", "A part of a hundred."), "percent");
        await FollowAsync(engine, index);

        Assert.Equal(term, index.Search(query, engine.Tables.Current, LookupFilter.None, 0, 100).Hits[0].Sense.Term);
    }

    private protected static Task FollowAsync(Engine engine, SearchIndex index) => index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);

    private protected static IEnumerable<string> Found(Engine engine, SearchIndex index, string query) =>
        index.Search(query, engine.Tables.Current, LookupFilter.None, 0, 100).Hits.Select(hit => hit.Sense.EntryId);
}
