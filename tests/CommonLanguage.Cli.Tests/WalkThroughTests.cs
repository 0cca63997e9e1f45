using CommonLanguage.Administration;
using CommonLanguage.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Cli.Tests;

/// <summary>The page about reconciliation, followed word for word on the sample partnership, each part on a new store.</summary>
public sealed class WalkThroughTests : IDisposable
{
    static readonly string[] Page = File.ReadAllLines(GoldenFile.InRepository("docs", "reconciliation.md"));

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("commonlanguage-walk-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_command_of_the_page_does_what_the_page_says()
    {
        await using var server = await TestServer.StartAsync(null, "--sample");
        await FollowAsync("## Settling one, step by step", server, "");
    }

    [Fact]
    public async Task Every_command_with_keys_does_what_the_page_says()
    {
        await using var server = await TestServer.StartAsync(null, "--sample", "--Authentication:ApiKeys=true");
        await FollowAsync("## The same with a key for each side", server, server.Services.GetRequiredService<SetupToken>().Create());
    }

    async Task FollowAsync(string heading, TestServer server, string setup)
    {
        var loaded = server.Services.GetRequiredService<Lookup.LiveTables>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (loaded.Current.Directory.Find(Glossary.OrganisationId.Parse("fedramp", "organisation")) is null)
            await Task.Delay(200, patience.Token);
        await server.JudgedAsync();

        var commands = Commands(Page.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).ToList();
        Assert.True(commands.Count > 8);
        foreach (var (token, command, into, expected) in commands)
        {
            var person = Partners.At(server);
            if (token.Length > 0)
                person.Variables["COMMONLANGUAGE_TOKEN"] = token == "cls_..." ? setup : token;
            var ran = await person.TypesAsync([.. Words(command).Select(InFolder)]);
            var refused = expected is [var first, ..] && first.StartsWith("commonlanguage: ", StringComparison.Ordinal);
            Assert.True(ran.ExitCode == (refused ? 2 : 0), $"{command}: {ran.ExitCode} {ran.Error}");
            Assert.All(expected, line => Assert.Contains(line, refused ? ran.Error : ran.Out, StringComparison.Ordinal));
            if (into.Length > 0)
                await File.WriteAllTextAsync(InFolder(into), ran.Out, patience.Token);
            else if (!refused)
                Assert.Equal("", ran.Error);
        }
    }

    string InFolder(string word) => word.EndsWith(".key", StringComparison.Ordinal) ? Path.Combine(folder.FullName, word) : word;

    /// <summary>
    /// Lines "$ commonlanguage ..." of a page, each with the lines of its answer that the page shows, the key that stands before it and
    /// the file that its answer goes into.
    /// </summary>
    static IEnumerable<(string Token, string Command, string Into, List<string> Expected)> Commands(IEnumerable<string> page)
    {
        const string Prompt = "$ ", Variable = "COMMONLANGUAGE_TOKEN=", Tool = "commonlanguage ";
        (string, string, string, List<string> Expected)? open = null;
        foreach (var line in page)
        {
            var begins = line.StartsWith(Prompt, StringComparison.Ordinal);
            if ((begins || line.StartsWith("```", StringComparison.Ordinal)) && open is { } done)
            {
                yield return done;
                open = null;
            }

            if (!begins)
            {
                open?.Expected.Add(line);
                continue;
            }

            var typed = line[Prompt.Length..];
            var token = typed.StartsWith(Variable, StringComparison.Ordinal) ? typed[Variable.Length..].Split(' ')[0] : "";
            if (token.Length > 0)
                typed = typed[(Variable.Length + token.Length + 1)..];
            Assert.StartsWith(Tool, typed, StringComparison.Ordinal);
            open = typed[Tool.Length..].Split(" > ") is [var command, var into] ? (token, command, into, []) : (token, typed[Tool.Length..], "", []);
        }
    }

    /// <summary>Splits a command line as a shell does, double quotes kept together.</summary>
    static string[] Words(string command) =>
        [.. command.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
