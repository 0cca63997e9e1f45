using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Addresses that are told of what becomes of a partnership's conflicts.</summary>
sealed class WebhooksCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<string> partnership = TextOption.Required("--partnership", "Whose conflicts.", "P");
    readonly Option<string?> add = new("--add") { HelpName = "URL", Description = "Tell this https address from now on; shows the secret, this once." };
    readonly Option<string?> end = new("--end") { HelpName = "ID", Description = "Tell this one nothing more." };
    readonly Option<string> format = FormatOption.TextOrJson();

    public WebhooksCommand(Terminal terminal)
        : base("webhooks", "List, add or end the addresses that are told of what becomes of a partnership's conflicts.")
    {
        this.terminal = terminal;
        foreach (var option in (Option[])[partnership, add, end, format])
            Options.Add(option);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage webhooks --partnership freight
              commonlanguage webhooks --partnership freight --add https://example.org/hook
              commonlanguage webhooks --partnership freight --end w1
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var (parent, call) = (Names.Partnership(parse.GetRequiredValue(partnership)), connection.Call(cancellation));
        var isJson = parse.GetValue(format) == "json";
        switch (parse.GetValue(add), parse.GetValue(end))
        {
            case (not null, not null):
                throw FailureException.WrongUse("--add and --end do not go together; give one of them.");
            case ({ } url, null):
                var made = await connection.Notifications.CreateWebhookAsync(new() { Parent = parent, Url = url }, call);
                if (isJson)
                    Json.Write(terminal, made);
                else
                    WebhookList.ShowMade(terminal, made);
                return ExitCode.Done;
            case (null, { } id):
                var ended = await connection.Notifications.EndWebhookAsync(new() { Name = id.Contains('/') ? id : $"{parent}/webhooks/{id}" }, call);
                if (isJson)
                    Json.Write(terminal, ended);
                else
                    WebhookList.Show(terminal, [ended]);
                return ExitCode.Done;
            default:
                var answer = await connection.Notifications.ListWebhooksAsync(new() { Parent = parent }, call);
                if (isJson)
                    Json.Write(terminal, answer);
                else if (answer.Webhooks.Count > 0)
                    WebhookList.Show(terminal, answer.Webhooks);
                else
                    terminal.Tell("Nobody is told; add an address with --add URL.");
                return ExitCode.Done;
        }
    }
}
