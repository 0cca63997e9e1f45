namespace CommonLanguage.Cli.Tests;

public sealed class HelpTests
{
    static readonly string[] Names =
    [
        "webhooks", "deliveries",
        "import", "lookup", "search", "conflicts", "queue", "conflict", "history", "verify", "triage", "assign", "lineup", "assess", "propose", "comment", "consult", "position", "resolve", "publish", "defer",
        "dismiss", "reopen", "take-back", "define", "compare", "export", "check", "lsp", "pull", "changes", "audit", "affiliations", "members", "keys", "whoami",
    ];

    static readonly string[] Parts =
    [
        "affiliations add", "affiliations list", "affiliations end", "members list", "members add", "members remove", "keys create", "keys list", "keys revoke", "keys claim",
    ];

    public static TheoryData<string> Commands => [.. Names, .. Parts];

    [Fact]
    public async Task The_help_of_the_tool_is_the_golden_one()
    {
        var ran = await new Person().TypesAsync("--help");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        GoldenFile.Holds("help.txt", ran.Out);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_help_of_a_command_is_the_golden_one(string command)
    {
        var ran = await new Person().TypesAsync([.. command.Split(' '), "--help"]);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        GoldenFile.Holds($"help-{command.Replace(' ', '-')}.txt", ran.Out);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_help_of_a_command_has_an_example_of_it(string command) =>
        Assert.Contains($"commonlanguage {command}", (await new Person().TypesAsync([.. command.Split(' '), "--help"])).Out.Split("Examples:")[1], StringComparison.Ordinal);

    [Fact]
    public async Task The_help_lists_every_command()
    {
        var help = (await new Person().TypesAsync("--help")).Out;
        Assert.All(Names, command => Assert.Contains($"\n  {command}", help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_lists_the_commands_under_five_headings()
    {
        var help = (await new Person().TypesAsync("--help")).Out.Split("Examples:")[0].Split('\n');
        var headings = help.Where(line => line.EndsWith(':') && !line.StartsWith(' ')).ToArray();
        Assert.Equal(["Description:", "Usage:", "Options:", "Look up:", "Conflicts:", "Glossaries:", "Documents:", "Administration:"], headings);
    }

    [Fact]
    public void The_page_of_the_command_line_has_every_command()
    {
        var page = File.ReadAllText(GoldenFile.InRepository("docs", "cli.md"));
        Assert.All(Names, command => Assert.Contains($"\n## {command}\n", page, StringComparison.Ordinal));
        Assert.All(Names, command => Assert.Contains($"$ commonlanguage {command} ", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_help_keeps_to_the_width_of_the_terminal()
    {
        var help = (await new Person { Width = 60 }.TypesAsync("conflicts", "--help")).Out.Split("Examples:")[0];
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 60, line));
    }

    [Fact]
    public async Task The_version_is_a_number_alone() =>
        Assert.Matches(@"^\d+\.\d+\.\d+[-.\w]*$", (await new Person().TypesAsync("--version")).Out.TrimEnd());
}
