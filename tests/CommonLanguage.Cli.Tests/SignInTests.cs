using CommonLanguage.Administration;
using CommonLanguage.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Cli.Tests;

/// <summary>From the first start of a server with sign-in to two people who see what is theirs, all at the command line.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(null, "--Authentication:ApiKeys=true");

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_lets_others_in_and_the_audit_says_what_they_did()
    {
        var ada = (await DoneAsync(server.Services.GetRequiredService<SetupToken>().Create(), "keys", "claim", "ada")).Trim();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "term,definition\nincident,An event.\n");
        _ = await DoneAsync(ada, "import", file, "--organisation", "acme");
        _ = await DoneAsync(ada, "import", file, "--organisation", "other", "--partnership", "others");
        File.Delete(file);
        _ = await DoneAsync(ada, "affiliations", "add", "olga", "--role", "owner", "--organisation", "acme");
        var olga = (await DoneAsync(ada, "keys", "create", "olga", "--scope", "write")).Trim();

        Assert.Contains("acme", await DoneAsync(olga, "lookup", "incident"), StringComparison.Ordinal);
        Assert.DoesNotContain("other", await DoneAsync(olga, "lookup", "incident"), StringComparison.Ordinal);
        Assert.StartsWith("olga  may read, write\n", await DoneAsync(olga, "whoami"), StringComparison.Ordinal);
        Assert.Equal("organisations/acme\n", await DoneAsync(olga, "members", "list", "default"));
        Assert.Matches("\"actor\": \"ada\",\\s+\"origin\": \"127.0.0.1, key [0-9a-f]{12}, grpc-dotnet/", await DoneAsync(ada, "audit", "--limit", "1", "--format", "json"));

        var refused = await AsAsync(olga, "affiliations", "add", "eve", "--role", "owner", "--organisation", "acme");
        Assert.Equal((2, "commonlanguage: The key that was used has no scope 'administer'; use one that has.\n"), (refused.ExitCode, refused.Error));
        _ = await DoneAsync(ada, "keys", "revoke", olga[4..16]);
        refused = await AsAsync(olga, "lookup", "incident");
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("commonlanguage: The API key is not one that is taken", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_way_out_is_named()
    {
        var refused = await new Person().TypesAsync("lookup", "incident", "--server", server.GrpcAddress.ToString());
        Assert.Equal(2, refused.ExitCode);
        Assert.EndsWith("Give an API key with --token-file or COMMONLANGUAGE_TOKEN.\n", refused.Error, StringComparison.Ordinal);
    }

    Task<Ran> AsAsync(string key, params string[] args) =>
        new Person { Variables = new() { ["COMMONLANGUAGE_TOKEN"] = key, ["COMMONLANGUAGE_SERVER"] = server.GrpcAddress.ToString() } }.TypesAsync(args);

    async Task<string> DoneAsync(string key, params string[] args)
    {
        var ran = await AsAsync(key, args);
        Assert.True(ran.ExitCode == 0, ran.Error);
        return ran.Out;
    }
}
