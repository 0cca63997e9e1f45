using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Gives somebody a role.</summary>
sealed class AffiliationsAddCommand : AdministrationCommand<Affiliation>
{
    readonly Argument<string> person = new("PERSON") { Description = "As they sign in." };
    readonly Option<string> role = Choice.Required("--role", "What they may do there.", ["reader", "app", "editor", "owner", "signatory", "coordinator", "administrator"]);
    readonly Option<string> organisation = TextOption.Optional("--organisation", "In this organisation.", "ORG");
    readonly Option<string?> partnership = FilterOptions.Partnership("In this partnership.");
    readonly Option<string> from = TextOption.Optional("--from", "First day, such as 2026-01-31; else always.", "DAY");
    readonly Option<string> to = TextOption.Optional("--to", "First day it no longer holds; else open.", "DAY");

    public AffiliationsAddCommand(Terminal terminal)
        : base(terminal, "add", "Give a person a role. Who is or was affiliated with two members of a partnership is a translator there by it.")
    {
        Takes(person, role, organisation, partnership, from, to);
        Notes = """
            Examples:
              commonlanguage affiliations add ada@example.org --role owner --organisation acme
              commonlanguage affiliations add tess@example.org --role editor --organisation acme --from 2019-01-01 --to 2023-07-01
              commonlanguage affiliations add cora@example.org --role coordinator --partnership trade
            """;
    }

    /// <inheritdoc/>
    protected override Task<Affiliation> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var given = new Affiliation
        {
            Person = parse.GetRequiredValue(person),
            Role = System.Enum.Parse<Role>(parse.GetRequiredValue(role), ignoreCase: true),
            Organisation = parse.GetValue(organisation) is { Length: > 0 } named ? Names.Organisation(named) : "",
            Partnership = Names.Partnership(parse.GetValue(partnership)),
            FromDate = parse.GetValue(from) ?? "",
            ToDate = parse.GetValue(to) ?? "",
        };
        return connection.Administration.CreateAffiliationAsync(new CreateAffiliationRequest { Affiliation = given }, connection.Call(cancellation)).ResponseAsync;
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, Affiliation answer) => PeoplePages.Show(Terminal, [answer]);
}
