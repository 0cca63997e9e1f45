using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Affiliations, API keys, members: a line each.</summary>
static class PeoplePages
{
    /// <summary>Who somebody is.</summary>
    public static void Show(Terminal terminal, WhoAmIResponse me)
    {
        terminal.Show(new Paragraph(VisibleText.OneLine(me.Person), Styles.Heading).Append($"  may {ScopesOf(me.Scopes)}", Styles.Quiet));
        if (me.Administrator)
            terminal.Show(new Text("administrator"));
        if (me.Affiliations.Any(affiliation => affiliation.Role != Role.Administrator))
            Show(terminal, me.Affiliations.Where(affiliation => affiliation.Role != Role.Administrator));
        foreach (var partnership in me.TranslatedPartnerships)
            terminal.Show(new Text(VisibleText.OneLine($"translator in {partnership}")));
        terminal.Show(new Text(VisibleText.OneLine($"seen from {me.Origin}"), Styles.Quiet));
    }

    /// <summary>A new key: the key itself on standard output, everything about it beside.</summary>
    public static void Show(Terminal terminal, CreateApiKeyResponse made)
    {
        if (made.ApiKey is null)
        {
            terminal.Tell("Done. This server takes no API keys; sign in with a token of your identity provider.");
            return;
        }

        terminal.Out.WriteLine(VisibleText.OneLine(made.Key));
        terminal.Tell($"Key {Names.Id(made.ApiKey.Name)} of {made.ApiKey.Person} may {ScopesOf(made.ApiKey.Scopes)} until {DayOf(made.ApiKey)}. It is not shown again.");
    }

    /// <summary>Keys in the order given.</summary>
    public static void Show(Terminal terminal, ListApiKeysResponse keys)
    {
        var grid = GridOf(4);
        foreach (var key in keys.ApiKeys)
        {
            var what = new Paragraph(ScopesOf(key.Scopes));
            if (key.DisplayName.Length > 0)
                _ = what.Append(VisibleText.OneLine($"  {key.DisplayName}"), Styles.Quiet);
            _ = grid.AddRow(
                new Text(Names.Id(key.Name)), new Text(VisibleText.OneLine(key.Person), Styles.Heading),
                new Text(key.Revoked ? "revoked" : $"{(key.Current ? "until" : "ended")} {DayOf(key)}"), what);
        }

        terminal.Show(grid);
    }

    /// <summary>Affiliations in the order given.</summary>
    public static void Show(Terminal terminal, IEnumerable<Affiliation> affiliations)
    {
        var grid = GridOf(4);
        foreach (var affiliation in affiliations)
        {
            var place = affiliation.Organisation + affiliation.Partnership;
            var days = new Paragraph(place.Length > 0 ? VisibleText.OneLine(place) : "the installation");
            var (from, to) = (affiliation.FromDate.Length > 0 ? $"  from {affiliation.FromDate}" : "", affiliation.ToDate.Length > 0 ? $"  to {affiliation.ToDate}" : "");
            _ = days.Append(VisibleText.OneLine(from + to), Styles.Quiet);
            _ = grid.AddRow(
                new Text(Names.Id(affiliation.Name)), new Text(VisibleText.OneLine(affiliation.Person), Styles.Heading), new Text(affiliation.Role.ToString().ToLowerInvariant()), days);
        }

        terminal.Show(grid);
    }

    /// <summary>Members of a partnership.</summary>
    public static void Show(Terminal terminal, Partnership partnership)
    {
        foreach (var member in partnership.Members)
            terminal.Show(new Text(VisibleText.OneLine(member)));
        if (partnership.Members.Count == 0)
            terminal.Tell($"{partnership.Name} has no members.");
    }

    static string ScopesOf(IEnumerable<Scope> scopes) => string.Join(", ", scopes.Select(scope => scope.ToString().ToLowerInvariant()).DefaultIfEmpty("do nothing"));

    static string DayOf(ApiKey key) => $"{key.ExpireTime?.ToDateTime():yyyy-MM-dd}";

    static Grid GridOf(int columns)
    {
        var grid = new Grid();
        for (var i = 1; i < columns; i++)
            _ = grid.AddColumn(new GridColumn { NoWrap = true });
        return grid.AddColumn(new GridColumn { Padding = new Padding(0) });
    }
}
