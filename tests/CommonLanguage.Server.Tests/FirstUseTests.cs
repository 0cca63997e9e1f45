using System.Text;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Server.Tests;

/// <summary>The main way through: glossaries go in, a word comes out with what it means to each, the conflict stands in the queue.</summary>
public sealed class FirstUseTests : IAsyncLifetime
{
    TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Two_glossaries_that_part_give_a_look_up_with_both_meanings_and_a_conflict()
    {
        _ = await Imported.CsvAsync(server.Channel, "acme", "term,definition\nincident,\"An event that must be resolved within 4 hours of its report.\"\n");
        var second = await Imported.CsvAsync(server.Channel, "umbra", "term,definition\nIncidents,\"An event that must be resolved within 2 business days of its report.\"\n");
        Assert.Equal(1, second.Report.ConflictsOpened);

        var lookup = new LookupService.LookupServiceClient(server.Channel);
        var answer = await lookup.LookUpTermAsync(new LookUpTermRequest { Term = "INCIDENT", MinRevision = second.RevisionToken });
        Assert.Equal(["organisations/acme", "organisations/umbra"], answer.Meanings.Select(meaning => meaning.Organisation));
        Assert.All(answer.Meanings, meaning => Assert.Equal(Meaning.Types.Match.NormalForm, meaning.Match));

        var conflicts = new ConflictService.ConflictServiceClient(server.Channel);
        var queue = await conflicts.ListConflictsAsync(new ListConflictsRequest());
        var conflict = Assert.Single(queue.Conflicts);
        Assert.Equal(conflict.Name, Assert.Single(answer.Meanings[0].Conflicts));
        Assert.Equal(ConflictKind.Parameter, conflict.Kind);
    }
}
