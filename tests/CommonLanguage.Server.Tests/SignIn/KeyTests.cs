using System.Net;
using CommonLanguage.Glossary;
using CommonLanguage.V1;
using Grpc.Core;
using Role = CommonLanguage.Glossary.Role;

namespace CommonLanguage.Server.Tests.SignIn;

public sealed class KeyTests : IAsyncLifetime
{
    SignedInServer server = null!;

    LookupService.LookupServiceClient Lookup => new(server.Server.Channel);

    public async Task InitializeAsync()
    {
        server = await SignedInServer.StartAsync();
        await server.FillAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Lookup.LookUpTermAsync(new() { Term = "incident" }).ResponseAsync);
        Assert.Equal((StatusCode.Unauthenticated, "SIGN_IN_INVALID"), (refusal.StatusCode, refusal.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason));
        using var http = new HttpClient { BaseAddress = server.Server.WebAddress };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("v1/organisations")).StatusCode);
    }

    [Fact]
    public async Task A_key_shows_what_partners_say_and_nothing_of_others()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        var answer = await Lookup.LookUpTermAsync(new() { Term = "incident" }, SignedInServer.With(key));
        Assert.Equal(["organisations/alfa", "organisations/bravo"], answer.Meanings.Select(meaning => meaning.Organisation));
        Assert.All(answer.Meanings, meaning => Assert.StartsWith("partnerships/papa/", Assert.Single(meaning.Conflicts), StringComparison.Ordinal));
        Assert.Empty((await Lookup.LookUpTermAsync(new() { Term = "secret of zulu" }, SignedInServer.With(key))).Meanings);
        Assert.All((await Lookup.SearchEntriesAsync(new() { Query = "what only knows" }, SignedInServer.With(key))).Hits, hit => Assert.DoesNotContain("/zulu", hit.Entry, StringComparison.Ordinal));
        Assert.Equal(2, (await Lookup.SearchEntriesAsync(new() { Query = "what only knows" }, SignedInServer.With(key))).TotalSize);
    }

    [Fact]
    public async Task A_key_is_taken_over_JSON_too()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        using var http = new HttpClient { BaseAddress = server.Server.WebAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Contains("organisations/bravo", await http.GetStringAsync("v1/organisations"), StringComparison.Ordinal);
        Assert.Matches("\"person\": ?\"rita\"", await http.GetStringAsync("v1/me"));
    }

    [Fact]
    public async Task A_key_in_the_address_is_not_taken()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        using var http = new HttpClient { BaseAddress = server.Server.WebAddress };
        foreach (var name in (string[])["access_token", "token", "key", "authorization"])
        {
            using var refusal = await http.GetAsync($"v1/organisations?{name}={key}");
            Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
            Assert.DoesNotContain(key, await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_on_a_connection_that_knows_it_and_another_is_not_taken_for_it()
    {
        var administration = new AdministrationService.AdministrationServiceClient(server.Server.Channel);
        var check = new CheckService.CheckServiceClient(server.Server.Channel);
        var (rita, olga) = (await server.KeyAsync("rita", Scopes.Read), await server.KeyAsync("olga", Scopes.Read));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("rita", (await administration.WhoAmIAsync(new(), SignedInServer.With(rita))).Person);
            Assert.Equal("olga", (await administration.WhoAmIAsync(new(), SignedInServer.With(olga))).Person);
        }

        _ = await check.ListRulesAsync(new(), SignedInServer.With(rita));
        _ = await server.Editor.RevokeKeyAsync(Actor.Service, "apiKeys/" + rita[4..16], CancellationToken.None);
        // Needs nobody's rights, and is refused all the same.
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => check.ListRulesAsync(new(), SignedInServer.With(rita)).ResponseAsync)).StatusCode);
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => check.ListRulesAsync(new(), SignedInServer.With(rita[..^1])).ResponseAsync)).StatusCode);
        Assert.Equal("olga", (await administration.WhoAmIAsync(new(), SignedInServer.With(olga))).Person);
    }

    [Fact]
    public async Task A_stream_ends_when_its_key_is_revoked()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        using var stream = Lookup.LookUpTerms(SignedInServer.With(key));
        await stream.RequestStream.WriteAsync(new() { Term = "incident" });
        Assert.True(await stream.ResponseStream.MoveNext(CancellationToken.None));
        _ = await server.Editor.RevokeKeyAsync(Actor.Service, "apiKeys/" + key[4..16], CancellationToken.None);
        await stream.RequestStream.WriteAsync(new() { Term = "incident" });
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(CancellationToken.None))).StatusCode);
    }

    [Fact]
    public async Task The_change_log_says_who_with_which_key_from_where_with_what()
    {
        var key = await server.KeyAsync("olga", Scopes.Write, ("alfa", Role.Owner));
        _ = await new GlossaryService.GlossaryServiceClient(server.Server.Channel).CreateEntryAsync(
            new() { Parent = "organisations/alfa", Entry = new() { Terms = { new V1.Term { Text = "audit" } }, Definition = "A look at the books.", Language = "en" } }, SignedInServer.With(key));
        var changes = new ChangeService.ChangeServiceClient(server.Server.Channel);
        var own = (await changes.ListChangesAsync(new() { PageSize = 1 }, SignedInServer.With(key))).Changes[0];
        Assert.Equal("olga", own.Actor);
        Assert.Matches($@"^127\.0\.0\.1, key {key[4..16]}, grpc-dotnet/", own.Origin);

        var partner = await server.KeyAsync("bert", Scopes.Read, ("bravo", Role.Reader));
        var seen = (await changes.ListChangesAsync(new(), SignedInServer.With(partner))).Changes;
        Assert.Equal(("olga", ""), (seen[0].Actor, seen[0].Origin));
        Assert.DoesNotContain(seen, change => change.Subject.Contains("/zulu", StringComparison.Ordinal) || change.Subject.StartsWith("apiKeys", StringComparison.Ordinal));
    }
}
