using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>What was sent to a webhook, waits, or was given up.</summary>
sealed class DeliveriesCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string> webhook = new("WEBHOOK") { Description = "Name (partnerships/P/webhooks/ID), or the id alone with --partnership." };
    readonly Option<string?> partnership = FilterOptions.Partnership("Whose webhook.");
    readonly Option<string> state = Choice.Option("--state", "Only these.", "all", ["all", "waiting", "delivered", "dead"]);
    readonly Option<int> retry = NumberOption.Whole("--retry", "N", "Send this message again; 0 = none.", 0, 0, int.MaxValue);
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 50, 1, 1_000);
    readonly Option<string> format = FormatOption.TextOrJson();

    public DeliveriesCommand(Terminal terminal)
        : base("deliveries", "List what was sent to a webhook, waits, or was given up, newest first; or send a message again.")
    {
        this.terminal = terminal;
        Arguments.Add(webhook);
        foreach (var option in (Option[])[partnership, state, retry, limit, format])
            Options.Add(option);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage deliveries w1 --partnership freight --state dead
              commonlanguage deliveries w1 --partnership freight --retry 17
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var (id, call) = (parse.GetRequiredValue(webhook), connection.Call(cancellation));
        var name = id.Contains('/') ? id
            : parse.GetValue(partnership) is { } within ? $"{Names.Partnership(within)}/webhooks/{id}"
            : throw FailureException.WrongUse("Say of which partnership the webhook is, with --partnership.");
        if (parse.GetValue(retry) is > 0 and var number)
            _ = await connection.Notifications.RetryDeliveryAsync(new() { Name = $"{name}/deliveries/{number}" }, call);
        var answer = await connection.Notifications.ListDeliveriesAsync(
            new() { Parent = name, PageSize = parse.GetValue(limit), State = Enum.TryParse<Delivery.Types.State>(parse.GetValue(state), ignoreCase: true, out var only) ? only : Delivery.Types.State.Unspecified },
            call);
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Deliveries.Count > 0)
            WebhookList.ShowDeliveries(terminal, answer.Deliveries);
        else
            terminal.Tell("Nothing was sent, and nothing waits.");
        return ExitCode.Done;
    }
}
