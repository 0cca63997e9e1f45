using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Makes the first administrator of a server.</summary>
sealed class KeysClaimCommand : AdministrationCommand<CreateApiKeyResponse>
{
    readonly Argument<string> person = new("PERSON") { Description = "The administrator's name, as they will sign in." };
    readonly Option<string> purpose = TextOption.Optional("--for", "What the key is for.");

    public KeysClaimCommand(Terminal terminal)
        : base(terminal, "claim", "Make the first administrator, with the token that the server printed when it started, and print their key, this once.")
    {
        Takes(person, purpose);
        Notes = """
            Examples:
              COMMONLANGUAGE_TOKEN=cls_... commonlanguage keys claim ada@example.org > key.txt
            """;
    }

    /// <inheritdoc/>
    protected override Task<CreateApiKeyResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation) =>
        connection.Administration.ClaimAdministrationAsync(
            new ClaimAdministrationRequest { Person = parse.GetRequiredValue(person), DisplayName = parse.GetValue(purpose) ?? "" }, connection.Call(cancellation)).ResponseAsync;

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, CreateApiKeyResponse answer) => PeoplePages.Show(Terminal, answer);
}
