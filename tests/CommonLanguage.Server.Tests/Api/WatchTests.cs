using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>Who watches, and goes on where they stopped, sees everything once.</summary>
public sealed class WatchTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    [Fact]
    public async Task Changes_are_gone_on_with_after_each_without_gap_or_repeat()
    {
        var start = (await partners.DefineAsync("tug", "A ship that pulls others.")).RevisionToken;
        var first = await partners.SequenceAsync() + 1;
        for (var i = 0; i < 5; i++)
            _ = await partners.DefineAsync($"tug {i}", "A ship that pulls others.");

        var seen = new List<long>();
        for (var token = start; seen.Count < 5;)
        {
            // A new call for each change: every one of them is a place to go on from.
            using var call = partners.Changes.WatchChanges(new() { FromRevision = token }, deadline: DateTime.UtcNow.AddSeconds(20));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            seen.Add(call.ResponseStream.Current.Sequence);
            token = call.ResponseStream.Current.RevisionToken;
        }

        Assert.Equal(Enumerable.Range(0, 5).Select(i => first + i), seen);
    }

    [Fact]
    public async Task Changes_that_come_while_watching_follow_those_of_the_past()
    {
        var start = (await partners.DefineAsync("mast", "A pole.")).RevisionToken;
        var first = await partners.SequenceAsync() + 1;
        _ = await partners.DefineAsync("sail", "A cloth.");
        using var call = partners.Changes.WatchChanges(new() { FromRevision = start }, deadline: DateTime.UtcNow.AddSeconds(20));
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(first, call.ResponseStream.Current.Sequence);
        _ = await partners.DefineAsync("rudder", "A blade.");
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(first + 1, call.ResponseStream.Current.Sequence);
    }

    [Fact]
    public async Task Conflicts_are_gone_on_with_after_each_without_gap_or_repeat()
    {
        var start = (await partners.DefineAsync("keel", "A beam.")).RevisionToken;
        var opened = new List<string>();
        foreach (var term in (string[])["leak", "crash", "delay"])
        {
            _ = await partners.DefineAsync(term, PartnersServer.FourHours);
            opened.AddRange((await partners.DefineAsync(term, PartnersServer.TwoDays, "railway")).ConflictsOpened);
        }

        Assert.Equal(3, opened.Count);
        var seen = new List<string>();
        for (var token = start; seen.Count < 3;)
        {
            using var call = partners.Conflicts.WatchConflicts(new() { Parent = "partnerships/freight", FromRevision = token }, deadline: DateTime.UtcNow.AddSeconds(20));
            // The first message says from where.
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal((null, token), (call.ResponseStream.Current.Conflict, call.ResponseStream.Current.RevisionToken));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            seen.Add(call.ResponseStream.Current.Conflict.Name);
            token = call.ResponseStream.Current.RevisionToken;
        }

        Assert.Equal(opened, seen);
    }
}
