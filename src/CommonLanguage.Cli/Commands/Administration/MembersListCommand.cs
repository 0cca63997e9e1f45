using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Which organisations share a language.</summary>
sealed class MembersListCommand : AdministrationCommand<Partnership>
{
    readonly Argument<string> partnership = new("PARTNERSHIP") { Description = "The partnership." };

    public MembersListCommand(Terminal terminal)
        : base(terminal, "list", "List the organisations of a partnership.")
    {
        Takes(partnership);
        Notes = """
            Examples:
              commonlanguage members list trade
            """;
    }

    /// <inheritdoc/>
    protected override Task<Partnership> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation) => connection.Glossary.GetPartnershipAsync(
        new GetPartnershipRequest { Name = Names.Partnership(parse.GetRequiredValue(partnership)) }, connection.Call(cancellation)).ResponseAsync;

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, Partnership answer) => PeoplePages.Show(Terminal, answer);
}
