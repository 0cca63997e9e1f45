using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Brings organisations into a partnership, or lets them go.</summary>
sealed class MembersChangeCommand : AdministrationCommand<Partnership>
{
    readonly Argument<string> partnership = new("PARTNERSHIP") { Description = "The partnership." };
    readonly Argument<string[]> organisations = new("ORG") { Arity = ArgumentArity.OneOrMore, Description = "The organisations." };
    readonly Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> change;

    MembersChangeCommand(Terminal terminal, string name, string description, Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>> change)
        : base(terminal, name, description)
    {
        this.change = change;
        Takes(partnership, organisations);
        Notes = $"""
            Examples:
              commonlanguage members {name} trade acme
            """;
    }

    /// <summary>Brings organisations in.</summary>
    public static MembersChangeCommand Adding(Terminal terminal) => new(
        terminal, "add", "Bring organisations into a partnership: its partners see their definitions from then on. Needs an owner of each.", (before, given) => before.Union(given, StringComparer.OrdinalIgnoreCase));

    /// <summary>Lets organisations go.</summary>
    public static MembersChangeCommand Removing(Terminal terminal) => new(
        terminal, "remove", "Let organisations go from a partnership.", (before, given) => before.Except(given, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected override async Task<Partnership> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var current = await connection.Glossary.GetPartnershipAsync(
            new GetPartnershipRequest { Name = Names.Partnership(parse.GetRequiredValue(partnership)) }, connection.Call(cancellation));
        string[] members = [.. change(current.Members, parse.GetRequiredValue(organisations).Select(Names.Organisation))];
        var changed = new Partnership { Name = current.Name, Etag = current.Etag };
        changed.Members.AddRange(members);
        return await connection.Glossary.UpdatePartnershipAsync(
            new UpdatePartnershipRequest { Partnership = changed, UpdateMask = new() { Paths = { "members" } } }, connection.Call(cancellation));
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, Partnership answer) => PeoplePages.Show(Terminal, answer);
}
