using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Everything said and done about a conflict.</summary>
sealed class HistoryCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly ConflictArgument conflict;
    readonly Option<string> format = FormatOption.TextOrJson();

    public HistoryCommand(Terminal terminal)
        : base("history", "Show everything said and done about a conflict, and where it stands. Exit code 1 when there is none.")
    {
        this.terminal = terminal;
        conflict = new(this);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage history incident
              commonlanguage history incident --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        if (await conflict.FindAsync(parse, terminal, connection, cancellation) is not { } found)
            return ExitCode.NoOrFindings;
        var answer = await connection.Reconciliations.GetReconciliationAsync(new GetReconciliationRequest { Name = found.Name }, connection.Call(cancellation));
        if (parse.GetValue(format) == "json")
        {
            Json.Write(terminal, answer);
            return ExitCode.Done;
        }

        ActList.Show(terminal, answer.Acts);
        ReconciliationPage.Show(terminal, answer);
        return ExitCode.Done;
    }
}
