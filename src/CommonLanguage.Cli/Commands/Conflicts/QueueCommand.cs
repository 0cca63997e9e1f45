using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>The conflicts that the person should take up, the first one first.</summary>
sealed class QueueCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<string?> partnership = FilterOptions.Partnership("Only conflicts of this partnership.");
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 20, 1, 200);
    readonly Option<string> format = FormatOption.TextOrJson();

    public QueueCommand(Terminal terminal)
        : base("queue", "List what you should take up: conflicts you know both sides of first, then by severity and use.")
    {
        this.terminal = terminal;
        Options.Add(partnership);
        Options.Add(limit);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage queue
              commonlanguage queue --partnership p --limit 5 --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var answer = await connection.Reconciliations.ListMyQueueAsync(
            new ListMyQueueRequest { Parent = Names.Partnership(parse.GetValue(partnership)), PageSize = parse.GetValue(limit) }, connection.Call(cancellation));
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Items.Count > 0)
            PersonalQueue.Show(terminal, answer);
        else
            terminal.Tell("Nothing waits for you.");
        return ExitCode.Done;
    }
}
