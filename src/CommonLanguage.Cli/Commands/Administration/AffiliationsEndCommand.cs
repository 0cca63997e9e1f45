using System.CommandLine;
using System.Globalization;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Ends an affiliation.</summary>
sealed class AffiliationsEndCommand : AdministrationCommand<Affiliation>
{
    readonly Argument<string> affiliation = new("NUMBER") { Description = "The affiliation, as 'affiliations list' numbers it." };
    readonly Option<string> on = TextOption.Optional("--on", "First day it no longer holds; else today (UTC). Its own first day says that it never held.", "DAY");

    public AffiliationsEndCommand(Terminal terminal)
        : base(terminal, "end", "End a person's role. Having held it still counts for who is a translator.")
    {
        Takes(affiliation, on);
        Notes = """
            Examples:
              commonlanguage affiliations end 7
              commonlanguage affiliations end 7 --on 2026-07-01
            """;
    }

    /// <inheritdoc/>
    protected override async Task<Affiliation> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var name = Names.Affiliation(parse.GetRequiredValue(affiliation));
        var current = await connection.Administration.GetAffiliationAsync(new GetAffiliationRequest { Name = name }, connection.Call(cancellation));
        current.ToDate = parse.GetValue(on) is { Length: > 0 } day ? day : TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await connection.Administration.UpdateAffiliationAsync(
            new UpdateAffiliationRequest { Affiliation = current, UpdateMask = new() { Paths = { "to_date" } } }, connection.Call(cancellation));
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, Affiliation answer) => PeoplePages.Show(Terminal, [answer]);
}
