using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Who the server takes one for.</summary>
sealed class WhoAmICommand : AdministrationCommand<WhoAmIResponse>
{
    public WhoAmICommand(Terminal terminal)
        : base(terminal, "whoami", "Say who the server takes you for, and what you may do.")
    {
        Takes();
        Notes = """
            Examples:
              commonlanguage whoami
              commonlanguage whoami --token-file key.txt
            """;
    }

    /// <inheritdoc/>
    protected override Task<WhoAmIResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation) =>
        connection.Administration.WhoAmIAsync(new WhoAmIRequest(), connection.Call(cancellation)).ResponseAsync;

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, WhoAmIResponse answer) => PeoplePages.Show(Terminal, answer);
}
