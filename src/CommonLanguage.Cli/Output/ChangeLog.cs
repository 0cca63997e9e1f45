using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>The change log as a table.</summary>
static class ChangeLog
{
    /// <summary>Shows changes in the order given; times are in UTC.</summary>
    public static void Show(Terminal terminal, IEnumerable<Change> changes)
    {
        var table = new Table { Border = TableBorder.Horizontal, BorderStyle = Styles.Quiet };
        _ = table.AddColumns(
            new TableColumn(new Text("Time (UTC)")) { NoWrap = true },
            new TableColumn(new Text("What")),
            new TableColumn(new Text("Subject")),
            new TableColumn(new Text("By")),
            new TableColumn(new Text("Conflicts")) { Alignment = Justify.Right });
        foreach (var change in changes)
        {
            _ = table.AddRow(
                new Text(change.Time?.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? ""),
                new Text(What(change)),
                new Text(VisibleText.OneLine(change.Subject)),
                new Text(VisibleText.OneLine(change.Actor)),
                new Text(change.Conflicts.ToString(CultureInfo.InvariantCulture)));
        }

        terminal.Show(table);
    }

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
        _ => "something this tool does not know; update it",
    };
}
