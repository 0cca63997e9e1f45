using CommonLanguage.Glossary;
using CommonLanguage.Reading;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reading;

/// <summary>The change log is one for the API and the desk: what is hidden never pushes out what is visible.</summary>
public sealed class ChangeReaderTests
{
    [Fact]
    public async Task Hidden_changes_of_others_do_not_push_out_visible_ones()
    {
        await using var engine = await Engine.StartAsync();
        var acme = await engine.AddOrganisationAsync("acme");
        _ = await engine.AddOrganisationAsync("hidden");
        for (var i = 0; i < 31; i++)
            _ = await engine.AddAsync("hidden", $"word {i}", $"Meaning {i}.");
        var reader = new Actor("ada", "desk") { Rights = new() { Organisations = [acme.Key] } };

        var seen = await Back(engine, reader).Take(30).ToListAsync();

        var change = Assert.Single(seen);
        Assert.Equal("organisations/acme", change.Subject);
        Assert.Equal("", change.Actor.Origin);
    }

    [Fact]
    public async Task Own_changes_are_visible_with_their_origin_and_an_administrator_sees_all()
    {
        await using var engine = await Engine.StartAsync();
        _ = await engine.AddOrganisationAsync("acme");
        var own = await Back(engine, new Actor(Engine.Actor.Name, "desk")).ToListAsync();
        var all = await Back(engine, new Actor("root", "desk") { Rights = Rights.All }).ToListAsync();

        Assert.Equal(Engine.Actor.Origin, Assert.Single(own).Actor.Origin);
        Assert.Equal(own, all);
        Assert.Empty(await Back(engine, new Actor("eve", "desk")).ToListAsync());
    }

    static IAsyncEnumerable<Change> Back(Engine engine, Actor reader) =>
        new ChangeReader(engine.Tables, engine.Reader).ReadBackAsync(reader, long.MaxValue, CancellationToken.None);
}
