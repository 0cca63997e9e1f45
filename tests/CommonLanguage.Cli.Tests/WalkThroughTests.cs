using CommonLanguage.Testing;

namespace CommonLanguage.Cli.Tests;

/// <summary>The page about reconciliation, followed word for word on the sample partnership.</summary>
public sealed class WalkThroughTests : IAsyncLifetime
{
    TestServer server = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync(null, "--sample");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await Partners.At(server).TypesAsync("lookup", "FedRAMP Ready", "--organisation", "fedramp")).ExitCode != 0)
            await Task.Delay(200, patience.Token);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Every_command_of_the_page_does_what_the_page_says()
    {
        var commands = Commands(File.ReadAllLines(GoldenFile.InRepository("docs", "reconciliation.md"))).ToList();
        Assert.True(commands.Count > 8);
        foreach (var (command, expected) in commands)
        {
            var ran = await Partners.At(server).TypesAsync(Words(command));
            Assert.True((ran.ExitCode, ran.Error) == (0, ""), $"{command}: {ran.ExitCode} {ran.Error}");
            Assert.All(expected, line => Assert.Contains(line, ran.Out, StringComparison.Ordinal));
        }
    }

    /// <summary>Lines "$ commonlanguage ..." of a page, each with the lines of its answer that the page shows.</summary>
    static IEnumerable<(string Command, List<string> Expected)> Commands(IEnumerable<string> page)
    {
        (string Command, List<string> Expected)? open = null;
        foreach (var line in page)
        {
            var begins = line.StartsWith("$ commonlanguage ", StringComparison.Ordinal);
            if ((begins || line.StartsWith("```", StringComparison.Ordinal)) && open is { } done)
            {
                yield return done;
                open = null;
            }

            if (begins)
                open = (line["$ commonlanguage ".Length..], []);
            else
                open?.Expected.Add(line);
        }
    }

    /// <summary>Splits a command line as a shell does, double quotes kept together.</summary>
    static string[] Words(string command) =>
        [.. command.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
