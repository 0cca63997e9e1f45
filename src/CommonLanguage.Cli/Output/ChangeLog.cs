using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>The change log: a line a change.</summary>
static class ChangeLog
{
    /// <summary>Shows changes in the order given; times are in UTC.</summary>
    public static void Show(Terminal terminal, IEnumerable<Change> changes)
    {
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { NoWrap = true });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var change in changes)
        {
            var line = new Paragraph(What(change)).Append(VisibleText.OneLine($"  {change.Subject}"), Styles.Heading);
            if (change.Conflicts > 0)
                _ = line.Append($"  {Count.Of(change.Conflicts, "conflict")} opened, changed or closed");
            _ = line.Append(VisibleText.OneLine($"  by {change.Actor}"), Styles.Quiet);
            _ = grid.AddRow(new Text(TimeOf(change), Styles.Quiet), line);
        }

        terminal.Show(grid);
    }

    /// <summary>Shows changes as an auditor reads them: who and from where stands beside what.</summary>
    public static void ShowOrigins(Terminal terminal, IEnumerable<Change> changes)
    {
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { NoWrap = true });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var change in changes)
        {
            var line = new Paragraph(VisibleText.OneLine(change.Actor), Styles.Heading).Append($"  {What(change)}");
            if (change.Subject.Length > 0)
                _ = line.Append(VisibleText.OneLine($"  {change.Subject}"));
            if (change.Origin.Length > 0)
                _ = line.Append(VisibleText.OneLine($"  from {change.Origin}"), Styles.Quiet);
            _ = grid.AddRow(new Text(TimeOf(change), Styles.Quiet), line);
        }

        terminal.Show(grid);
    }

    static string TimeOf(Change change) => change.Time?.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    static string What(Change change) => change.Kind switch
    {
        Change.Types.Kind.PartnershipCreated => "partnership created",
        Change.Types.Kind.PartnershipUpdated => "partnership changed",
        Change.Types.Kind.PartnershipArchived => "partnership archived",
        Change.Types.Kind.OrganisationCreated => "organisation created",
        Change.Types.Kind.OrganisationUpdated => "organisation changed",
        Change.Types.Kind.OrganisationArchived => "organisation archived",
        Change.Types.Kind.EntryCreated => "entry created",
        Change.Types.Kind.EntryUpdated => "entry changed",
        Change.Types.Kind.EntryArchived => "entry retired",
        Change.Types.Kind.EntriesImported => $"{Count.Of(change.Revisions, "entry", "entries")} imported",
        Change.Types.Kind.ConflictsSwept => "conflicts compared again",
        Change.Types.Kind.ReconciliationAdvanced => "reconciliation advanced",
        Change.Types.Kind.ConflictResolved => "conflict resolved",
        Change.Types.Kind.AffiliationChanged => "affiliation changed",
        Change.Types.Kind.ApiKeyChanged => "API key made or revoked",
        _ => "something this tool does not know; update it",
    };
}
