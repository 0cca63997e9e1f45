using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Who has which role.</summary>
sealed class AffiliationsListCommand : AdministrationCommand<ListAffiliationsResponse>
{
    const int AffiliationsOfOneRead = 1_000;

    readonly Option<string> person = TextOption.Optional("--person", "Only this person's.", "PERSON");
    readonly Option<string> organisation = TextOption.Optional("--organisation", "Only in this organisation.", "ORG");
    readonly Option<string?> partnership = FilterOptions.Partnership("Only in this partnership.");
    readonly Option<bool> all = new("--all") { Description = "Also those that have ended or not yet begun." };

    public AffiliationsListCommand(Terminal terminal)
        : base(terminal, "list", "List who has which role, oldest first: your own, those of a partnership you coordinate, or everybody's for an administrator.")
    {
        Takes(person, organisation, partnership, all);
        Notes = """
            Examples:
              commonlanguage affiliations list
              commonlanguage affiliations list --organisation acme --all
            """;
    }

    /// <inheritdoc/>
    protected override async Task<ListAffiliationsResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var found = new ListAffiliationsResponse();
        var request = new ListAffiliationsRequest
        {
            Person = parse.GetValue(person) ?? "",
            Organisation = parse.GetValue(organisation) is { Length: > 0 } named ? Names.Organisation(named) : "",
            Partnership = Names.Partnership(parse.GetValue(partnership)),
            PageSize = AffiliationsOfOneRead,
        };
        do
        {
            var page = await connection.Administration.ListAffiliationsAsync(request, connection.Call(cancellation));
            found.Affiliations.AddRange(page.Affiliations.Where(affiliation => affiliation.Current || parse.GetValue(all)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, ListAffiliationsResponse answer)
    {
        if (answer.Affiliations.Count == 0)
            Terminal.Tell("There are no such affiliations.");
        else
            PeoplePages.Show(Terminal, answer.Affiliations);
    }
}
