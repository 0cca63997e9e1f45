using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Definitions side by side where the terminal is wide enough, one below another elsewhere.</summary>
static class SideBySide
{
    const int WidthOfColumn = 44;

    /// <summary>Shows definitions with their differing words marked.</summary>
    public static void Show(Terminal terminal, IReadOnlyList<Definition> definitions)
    {
        if (definitions.Count * WidthOfColumn <= terminal.Width)
        {
            var table = new Table { Border = TableBorder.Rounded, BorderStyle = Styles.Quiet };
            // A column costs its padding and one border besides its text.
            var width = ((terminal.Width - 1) / definitions.Count) - 3;
            foreach (var definition in definitions)
                _ = table.AddColumn(new TableColumn(new Text(VisibleText.OneLine(definition.Owner), Styles.Heading)) { Width = width });
            _ = table.AddRow(definitions.Select(definition => MarkedText.Of(definition.Text, definition.Marks, terminal.HasColours)));
            terminal.Show(table);
            return;
        }

        foreach (var definition in definitions)
        {
            terminal.Show(new Text(VisibleText.OneLine(definition.Owner), Styles.Heading));
            terminal.Show(Styles.Indented(MarkedText.Of(definition.Text, definition.Marks, terminal.HasColours)));
            terminal.Out.WriteLine();
        }
    }
}
