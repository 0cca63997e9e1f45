using CommonLanguage.Testing;

namespace CommonLanguage.Cli.Tests;

/// <summary>A server with two public-domain glossaries in partnership "p", for the tests that only read.</summary>
public sealed class Partners : IAsyncLifetime
{
    TestServer? server;

    public TestServer Server => server!;

    public static string Glossary(string name) => Path.Combine(AppContext.BaseDirectory, "Glossaries", name);

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        foreach (var organisation in (string[])["nist", "cnss"])
        {
            var ran = await TypesAsync("import", Glossary($"{organisation}.csv"), "--organisation", organisation, "--partnership", "p");
            Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        }

        await server.JudgedAsync();
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public Task<Ran> TypesAsync(params string[] args) => At(Server).TypesAsync(args);

    /// <summary>Somebody whose environment names a server.</summary>
    internal static Person At(TestServer server, string input = "") => new()
    {
        Input = input,
        Variables = new(StringComparer.Ordinal) { ["COMMONLANGUAGE_SERVER"] = server.GrpcAddress.ToString() },
    };
}
