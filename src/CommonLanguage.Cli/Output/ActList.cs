using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Everything said and done about a conflict: a line an act.</summary>
static class ActList
{
    /// <summary>Shows acts in the order given; times are in UTC.</summary>
    public static void Show(Terminal terminal, IReadOnlyCollection<Act> acts)
    {
        if (acts.Count == 0)
            return;
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right });
        _ = grid.AddColumn(new GridColumn { NoWrap = true });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var act in acts)
        {
            var line = new Paragraph(VisibleText.OneLine(Words.OfAct(act.Kind)), Styles.Heading);
            if (act.ReplyTo > 0)
                _ = line.Append(string.Create(CultureInfo.InvariantCulture, $" to {act.ReplyTo}"));
            _ = line.Append(VisibleText.OneLine($"  by {act.Actor}"), Styles.Quiet);
            if (act.Text.Length > 0)
                _ = line.Append("\n" + VisibleText.Lines(act.Text));
            _ = grid.AddRow(
                new Text(string.Create(CultureInfo.InvariantCulture, $"{act.Number}.")),
                new Text(act.Time?.ToDateTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "", Styles.Quiet),
                line);
        }

        terminal.Show(grid);
        terminal.Out.WriteLine();
    }
}
