using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Conflicts;

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
            return ExitCode.NoOrFindings;
        // A conflict found by its word comes from a list, without the definitions that use it.
        found = await connection.Conflicts.GetConflictAsync(new GetConflictRequest { Name = found.Name }, connection.Call(cancellation));
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, found);
        else
            ConflictPage.Show(terminal, found);
        return ExitCode.Done;
    }
}
