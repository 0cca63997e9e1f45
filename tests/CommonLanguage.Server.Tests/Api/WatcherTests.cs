using CommonLanguage.Glossary;
using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.Server.Tests.SignIn;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>Watchers that go away, do not read, or outlive the server take nothing with them and lose nothing (fault F23).</summary>
public sealed class WatcherTests
{
    [Fact]
    public async Task Who_watches_when_the_server_stops_is_told_so()
    {
        await using var server = await TestServer.StartAsync();
        using var changes = new ChangeService.ChangeServiceClient(server.Channel).WatchChanges(new());
        using var conflicts = new ConflictService.ConflictServiceClient(server.Channel).WatchConflicts(new());
        Assert.True(await conflicts.ResponseStream.MoveNext(CancellationToken.None));

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        foreach (var end in (Func<Task>[])[() => changes.ResponseStream.MoveNext(CancellationToken.None), () => conflicts.ResponseStream.MoveNext(CancellationToken.None)])
            Assert.Equal("SHUTTING_DOWN", (await Assert.ThrowsAsync<RpcException>(end)).GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task Who_stops_watching_leaves_room_for_the_next()
    {
        await using var server = await SignedInServer.StartAsync("--Limits:StreamsAtOnce=2");
        await server.FillAsync();
        var key = await server.KeyAsync("ana", Scopes.Read, ("alfa", Glossary.Role.Reader));
        var client = new ConflictService.ConflictServiceClient(server.Server.Channel);
        for (var round = 0; round < 20; round++)
            (await OpenAsync(client, key)).Dispose();

        // As many places as at the beginning, and not one more.
        using var first = await OpenAsync(client, key);
        using var second = await OpenAsync(client, key);
        using var third = client.WatchConflicts(new(), SignedInServer.With(key));
        Assert.False(await IsServedAsync(third));
    }

    [Fact]
    public async Task Who_does_not_read_is_told_where_to_go_on_and_misses_nothing()
    {
        const int Words = 600;
        await using var server = await TestServer.StartAsync();
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        foreach (var id in (string[])["harbour", "railway"])
            _ = await glossary.CreateOrganisationAsync(new() { OrganisationId = id });
        var start = (await glossary.CreatePartnershipAsync(new()
        {
            PartnershipId = "freight", Partnership = new() { Members = { "organisations/harbour", "organisations/railway" } },
        })).RevisionToken;
        // More than client and server keep between them.
        var opened = (await Task.WhenAll(Enumerable.Range(0, Words).Select(async i =>
        {
            _ = await DefineAsync("harbour", i, PartnersServer.FourHours);
            return Assert.Single((await DefineAsync("railway", i, PartnersServer.TwoDays)).ConflictsOpened);
        }))).ToHashSet(StringComparer.Ordinal);

        var client = new ConflictService.ConflictServiceClient(server.Channel);
        var seen = new List<string>();
        var last = start;
        using (var call = client.WatchConflicts(new() { FromRevision = start }))
        {
            await Task.Delay(TimeSpan.FromSeconds(35));
            var refusal = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(call));
            var detail = refusal.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>();
            Assert.True(detail?.Reason == "WATCHER_TOO_SLOW", refusal.ToString());
            Assert.InRange(seen.Count, 1, Words - 1);
            Assert.NotEmpty(detail.Metadata["revision"]);
        }

        using (var call = client.WatchConflicts(new() { FromRevision = last }, deadline: DateTime.UtcNow.AddSeconds(20)))
            await ReadAsync(call);
        Assert.Equal(Words, seen.Count);
        Assert.Equal(opened, seen.ToHashSet(StringComparer.Ordinal));

        async Task ReadAsync(AsyncServerStreamingCall<WatchConflictsResponse> call)
        {
            while (seen.Count < Words && await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                last = call.ResponseStream.Current.RevisionToken;
                if (call.ResponseStream.Current.Conflict is { } conflict)
                    seen.Add(conflict.Name);
            }
        }

        async Task<WriteEntryResponse> DefineAsync(string owner, int i, string definition) => await glossary.CreateEntryAsync(new()
        {
            Parent = "organisations/" + owner, Entry = new() { Terms = { new V1.Term { Text = $"berth {i}" } }, Definition = definition },
        });
    }

    // Begins to watch as soon as there is room: a place is given back a moment after its stream has ended.
    static async Task<AsyncServerStreamingCall<WatchConflictsResponse>> OpenAsync(ConflictService.ConflictServiceClient client, string key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var call = client.WatchConflicts(new(), SignedInServer.With(key));
            if (await IsServedAsync(call))
                return call;
            call.Dispose();
            await Task.Delay(20, patience.Token);
        }
    }

    static async Task<bool> IsServedAsync(AsyncServerStreamingCall<WatchConflictsResponse> call)
    {
        try
        {
            return await call.ResponseStream.MoveNext(CancellationToken.None);
        }
        catch (RpcException fault) when (fault.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason == "TOO_BUSY")
        {
            return false;
        }
    }
}
