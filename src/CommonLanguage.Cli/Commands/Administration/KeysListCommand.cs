using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Which API keys there are.</summary>
sealed class KeysListCommand : AdministrationCommand<ListApiKeysResponse>
{
    const int KeysOfOneRead = 1_000;

    readonly Option<string> person = TextOption.Optional("--person", "Only this person's.", "PERSON");
    readonly Option<bool> all = new("--all") { Description = "Also those that have ended." };

    public KeysListCommand(Terminal terminal)
        : base(terminal, "list", "List API keys, oldest first: your own, or everybody's for an administrator.")
    {
        Takes(person, all);
        Notes = """
            Examples:
              commonlanguage keys list
              commonlanguage keys list --person ada@example.org --all
            """;
    }

    /// <inheritdoc/>
    protected override async Task<ListApiKeysResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var found = new ListApiKeysResponse();
        var request = new ListApiKeysRequest { Person = parse.GetValue(person) ?? "", PageSize = KeysOfOneRead };
        do
        {
            var page = await connection.Administration.ListApiKeysAsync(request, connection.Call(cancellation));
            found.ApiKeys.AddRange(page.ApiKeys.Where(key => key.Current || parse.GetValue(all)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, ListApiKeysResponse answer)
    {
        if (answer.ApiKeys.Count == 0)
            Terminal.Tell("There are no such keys.");
        else
            PeoplePages.Show(Terminal, answer);
    }
}
