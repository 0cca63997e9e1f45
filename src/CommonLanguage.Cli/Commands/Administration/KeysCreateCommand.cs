using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Makes an API key. The key alone goes to standard output, so that it can be put into a file unseen.</summary>
sealed class KeysCreateCommand : AdministrationCommand<CreateApiKeyResponse>
{
    readonly Argument<string> person = new("PERSON") { Arity = ArgumentArity.ZeroOrOne, Description = "Who will sign in with it; else yourself.", DefaultValueFactory = _ => "" };
    readonly Option<string[]> scopes = Choice.Options("--scope", "What may be done with it besides reading; may be repeated.", ["read", "write", "reconcile", "administer"]);
    readonly Option<int> days = NumberOption.Whole("--days", "N", "Ends after this many days.", 90, 1, 366);
    readonly Option<string> purpose = TextOption.Optional("--for", "What it is for.");

    public KeysCreateCommand(Terminal terminal)
        : base(terminal, "create", "Make an API key and print it, this once. It can read; what else it can, say with --scope.")
    {
        Takes(person, scopes, days, purpose);
        Notes = """
            Examples:
              commonlanguage keys create > key.txt
              commonlanguage keys create ada@example.org --scope write --scope reconcile --for "the translators' desk"
            """;
    }

    /// <inheritdoc/>
    protected override Task<CreateApiKeyResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var key = new ApiKey
        {
            Person = parse.GetValue(person) ?? "",
            DisplayName = parse.GetValue(purpose) ?? "",
            // A minute less than the longest that is taken: the server's clock may be behind.
            ExpireTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(parse.GetValue(days)).AddMinutes(-1)),
        };
        key.Scopes.AddRange((parse.GetValue(scopes) ?? []).Select(scope => System.Enum.Parse<Scope>(scope, ignoreCase: true)));
        return connection.Administration.CreateApiKeyAsync(new CreateApiKeyRequest { ApiKey = key }, connection.Call(cancellation)).ResponseAsync;
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, CreateApiKeyResponse answer) => PeoplePages.Show(Terminal, answer);
}
