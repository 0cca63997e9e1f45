using System.CommandLine;
using System.Text;
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
    readonly Option<int> step = NumberOption.Whole("--step", "N", "As it stood after this step; else as it stands now.", 0, 0, int.MaxValue);
    readonly Option<string?> output = new("--output") { HelpName = "FILE", Description = "Write to this file; else to standard output." };
    readonly Option<string> format = Choice.Option(
        "--format", "How to print: text for people, json for programs, markdown for the file or for print, with a hash that verify checks.", "text", ["text", "json", "markdown"]);

    public HistoryCommand(Terminal terminal)
        : base("history", "Show everything said and done about a conflict, and where it stands. Exit code 1 when there is none.")
    {
        this.terminal = terminal;
        conflict = new(this);
        Options.Add(step);
        Options.Add(format);
        Options.Add(output);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage history incident
              commonlanguage history incident --step 4 --format json
              commonlanguage history incident --format markdown --output incident.md
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        if (await conflict.FindAsync(parse, terminal, connection, cancellation) is not { } found)
            return ExitCode.NoOrFindings;
        var form = parse.GetValue(format);
        if (form == "markdown")
        {
            var request = new ExportReconciliationRequest { Name = found.Name, Step = parse.GetValue(step) };
            var record = await connection.Reconciliations.ExportReconciliationAsync(request, connection.Call(cancellation));
            await WriteAsync(parse, record.Markdown);
            return ExitCode.Done;
        }

        var answer = await connection.Reconciliations.GetReconciliationAsync(
            new GetReconciliationRequest { Name = found.Name, Step = parse.GetValue(step) }, connection.Call(cancellation));
        if (form == "json")
        {
            await WriteAsync(parse, Json.Of(answer) + "\n");
            return ExitCode.Done;
        }

        if (parse.GetValue(output) is not null)
            throw FailureException.WrongUse("--output takes --format json or --format markdown.");
        if (answer.Step < answer.LastStep)
            terminal.Tell(FormattableString.Invariant($"As it stood after step {answer.Step} of {answer.LastStep}."));
        ActList.Show(terminal, answer.Acts);
        ReconciliationPage.Show(terminal, answer);
        return ExitCode.Done;
    }

    Task WriteAsync(ParseResult parse, string text) =>
        OutputFile.WriteAsync(terminal, parse.GetValue(output), async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text)));
}
