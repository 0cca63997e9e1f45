using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Server.Web.Queue;
using CommonLanguage.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Web.Tests;

/// <summary>What the queue is read from, and when, at the start of a server above all.</summary>
[Collection(DeskTests.Name)]
public sealed class QueueReadingTests(Browser browser)
{
    static readonly QueueQuestion All = new("", "", "", "", "", "", "");

    [Theory]
    [InlineData("")]
    [InlineData(QueueQuestion.Mine)]
    public async Task The_queue_is_read_before_the_words_are_loaded(string whose)
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var tables = Tables(desk);
        var (_, directory, _) = await tables.LoadPeopleAsync(default);
        var actor = Actor.Service with { Rights = new() { IsAdministrator = true, Scopes = Scopes.All, Affiliated = [.. directory.Organisations.Select(o => o.Key)] } };
        var queue = Reader(desk, tables);

        var (order, sequence) = await queue.ReadOrderAsync(actor, All with { Whose = whose }, default);
        var rows = await queue.ReadRowsAsync([.. order], default);

        Assert.Equal(3, order.Length);
        Assert.All(order, key => Assert.Equal(2, rows[key].Sides.Length));
        Assert.Equal(desk.Services.GetRequiredService<LiveTables>().Current.Sequence, sequence);
        Assert.False(tables.IsLoaded);
    }

    [Fact]
    public async Task Rows_of_partners_that_another_node_has_just_added_wait_for_them()
    {
        await using var desk = await Desk.StartAsync(browser);
        var tables = Tables(desk);
        _ = await tables.LoadPeopleAsync(default);
        await desk.ImportPartingAsync(1);
        var queue = Reader(desk, tables);
        var (order, _) = await queue.ReadOrderAsync(Actor.Service, All, default);

        var reading = queue.ReadRowsAsync([.. order], default);
        await tables.LoadAsync(default);

        Assert.Equal(["acme", "umbra"], (await reading)[Assert.Single(order)].Sides.Select(side => side.Organisation.Id.Value).Order(StringComparer.Ordinal));
    }

    static LiveTables Tables(Desk desk) => ActivatorUtilities.CreateInstance<LiveTables>(desk.Services);

    static QueueReader Reader(Desk desk, LiveTables tables) => new(
        desk.Services.GetRequiredService<StoreReader>(),
        tables,
        new MyQueue(desk.Services.GetRequiredService<StoreReader>(), tables),
        ActivatorUtilities.CreateInstance<ConflictReader>(desk.Services, tables));
}
