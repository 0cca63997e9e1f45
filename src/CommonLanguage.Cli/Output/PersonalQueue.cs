using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>A person's queue: a block a conflict, with why it stands where it stands.</summary>
static class PersonalQueue
{
    /// <summary>Shows conflicts in the order given.</summary>
    public static void Show(Terminal terminal, ListMyQueueResponse answer)
    {
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { Width = SeverityBar.Width, NoWrap = true });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var item in answer.Items)
        {
            var conflict = item.Conflict;
            var organisations = string.Join(", ", conflict.Entries.Select(entry => Names.Id(entry.Organisation)).Distinct());
            _ = grid.AddRow(
                SeverityBar.Of(conflict.Severity),
                new Rows(
                    new Paragraph(VisibleText.OneLine(conflict.Term), Styles.Heading).Append(VisibleText.OneLine($"  {Words.Of(conflict.Kind)}  {organisations}  {Words.Of(conflict.Status)}")),
                    new Text(VisibleText.OneLine($"{Why(item)}  ({Names.Id(conflict.Name)})"), Styles.Quiet)));
        }

        terminal.Show(grid);
        terminal.Show(new Text(
            (answer.Items.Count < answer.TotalSize ? string.Create(CultureInfo.InvariantCulture, $"{answer.Items.Count} of {Count.Of(answer.TotalSize, "conflict")}; more with --limit.") : $"{Count.Of(answer.TotalSize, "conflict")}.")
            + " Begin with: commonlanguage conflict ID",
            Styles.Quiet));
    }

    static string Why(QueueItem item)
    {
        List<string> why = item.KnowsBothSides ? ["you know both sides"] : [];
        if (item.LookUps > 0)
            why.Add(Count.Of((int)Math.Min(item.LookUps, int.MaxValue), "look-up"));
        if (item.DocumentHits > 0)
            why.Add(Count.Of((int)Math.Min(item.DocumentHits, int.MaxValue), "document hit"));
        return why.Count == 0 ? "not looked up yet" : string.Join(", ", why);
    }
}
