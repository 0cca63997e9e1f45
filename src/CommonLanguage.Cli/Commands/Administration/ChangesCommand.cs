using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>The change log: what was done, by whom, when.</summary>
sealed class ChangesCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 20, 1, 1_000);
    readonly Option<string> format = FormatOption.TextOrJson();

    public ChangesCommand(Terminal terminal)
        : base("changes", "List what was changed, by whom and when, newest first.")
    {
        this.terminal = terminal;
        Options.Add(limit);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage changes
              commonlanguage changes --limit 100 --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var answer = await connection.Changes.ListChangesAsync(new ListChangesRequest { PageSize = parse.GetValue(limit) }, connection.Call(cancellation));
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Changes.Count > 0)
            ChangeLog.Show(terminal, answer.Changes);
        else
            terminal.Tell("Nothing has been changed yet.");
        return ExitCode.Done;
    }
}
