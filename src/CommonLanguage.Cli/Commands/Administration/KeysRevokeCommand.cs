using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Ends an API key.</summary>
sealed class KeysRevokeCommand : AdministrationCommand<ApiKey>
{
    readonly Argument<string> key = new("KEY") { Description = "The digits of the key that may be shown, as 'keys list' lists them." };

    public KeysRevokeCommand(Terminal terminal)
        : base(terminal, "revoke", "End an API key at once, for good.")
    {
        Takes(key);
        Notes = """
            Examples:
              commonlanguage keys revoke 3f2a90b1c4d5
            """;
    }

    /// <inheritdoc/>
    protected override Task<ApiKey> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation) => connection.Administration.RevokeApiKeyAsync(
        new RevokeApiKeyRequest { Name = Names.ApiKey(parse.GetRequiredValue(key)) }, connection.Call(cancellation)).ResponseAsync;

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, ApiKey answer) => Terminal.Tell($"Key {Names.Id(answer.Name)} of {answer.Person} is no longer taken.");
}
