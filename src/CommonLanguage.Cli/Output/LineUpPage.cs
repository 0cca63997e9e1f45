using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>The line-up: a block a characteristic, a line a side.</summary>
static class LineUpPage
{
    /// <summary>Shows what each side says of each characteristic.</summary>
    public static void Show(Terminal terminal, Reconciliation reconciliation)
    {
        var names = SideNames.Of(reconciliation.Conflict);
        terminal.Show(new Paragraph(VisibleText.OneLine(reconciliation.Conflict.Term), Styles.Heading).Append($"  {Words.Of(reconciliation.Conflict.Status)}"));
        if (reconciliation.LineUp.Count == 0)
            terminal.Show(new Text("Nothing could be read out of the texts; put in what they say with --side, --characteristic and --value.", Styles.Quiet));
        foreach (var row in reconciliation.LineUp)
        {
            terminal.Show(new Text(VisibleText.OneLine(row.Characteristic), Styles.Heading));
            foreach (var (cell, side) in row.Cells.Zip(names))
            {
                var line = new Paragraph(VisibleText.OneLine($"{side}: {(cell.Value.Length == 0 ? "-" : cell.Value)}"));
                if (cell.Corrected)
                    _ = line.Append("  (corrected)", Styles.Quiet);
                terminal.Show(Styles.Indented(line));
            }
        }
    }
}
