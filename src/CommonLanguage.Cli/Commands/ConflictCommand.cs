using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands;

/// <summary>One conflict with its definitions.</summary>
sealed class ConflictCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly ConflictArgument conflict;
    readonly Option<string> format = FormatOption.TextOrJson();

    public ConflictCommand(Terminal terminal)
        : base("conflict", "Show one conflict: definitions side by side, differences marked. Exit code 1 when there is none.")
    {
        this.terminal = terminal;
        conflict = new(this);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage conflict incident
              commonlanguage conflict partnerships/default/conflicts/incident --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        if (await conflict.FindAsync(parse, terminal, connection, cancellation) is not { } found)
            return ExitCode.NothingFound;
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, found);
        else
            ConflictPage.Show(terminal, found);
        return ExitCode.Done;
    }
}
