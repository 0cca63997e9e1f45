using System.Globalization;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Lines of a numbered list.</summary>
static class Numbered
{
    /// <summary>A line, wrapped beside its number.</summary>
    public static Grid Line(int number, string text, string remark)
    {
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { Width = 4, Alignment = Justify.Right, NoWrap = true, Padding = new Padding(0, 0, 1, 0) });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        var paragraph = new Paragraph(VisibleText.OneLine(text));
        if (remark.Length > 0)
            _ = paragraph.Append(VisibleText.OneLine($"  ({remark})"), Styles.Quiet);
        return grid.AddRow(new Text(string.Create(CultureInfo.InvariantCulture, $"{number}.")), paragraph);
    }
}
