using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>The queue: one row a conflict where the terminal is wide enough, one block a conflict elsewhere.</summary>
static class ConflictQueue
{
    const int WidthOfTable = 120;
    const int WidthOfKind = 13;

    /// <summary>Shows conflicts in the order given.</summary>
    public static void Show(Terminal terminal, ListConflictsResponse answer)
    {
        if (terminal.Width >= WidthOfTable)
            terminal.Show(Table(answer.Conflicts, terminal.Width));
        else
            terminal.Show(Blocks(answer.Conflicts));

        var synonyms = answer.Conflicts[0].Kind == ConflictKind.Synonymy;
        var count = Count.Of(answer.TotalSize, synonyms ? "pair" : "conflict");
        terminal.Show(new Text(
            (answer.Conflicts.Count < answer.TotalSize ? $"{answer.Conflicts.Count} of {count}; more with --limit." : $"{count}.")
            + (synonyms ? " The sharper, the surer that both words mean the same." : " Look into one with: commonlanguage conflict ID"),
            Styles.Quiet));
    }

    static Table Table(IEnumerable<Conflict> conflicts, int width)
    {
        // What the five gaps between columns leave.
        var rest = width - SeverityBar.Width - WidthOfKind - 20;
        var table = new Table { Border = TableBorder.Horizontal, BorderStyle = Styles.Quiet };
        _ = table.AddColumns(
            new TableColumn(new Text("Severity")) { Width = SeverityBar.Width, NoWrap = true },
            new TableColumn(new Text("Term")) { Width = rest / 4 },
            new TableColumn(new Text("Kind")) { Width = WidthOfKind, NoWrap = true },
            new TableColumn(new Text("Organisations")) { Width = rest / 5 },
            new TableColumn(new Text("First difference")) { Width = rest - (rest / 4) - (rest / 5) - (rest / 4) },
            new TableColumn(new Text("ID")) { Width = rest / 4 });
        foreach (var conflict in conflicts)
        {
            _ = table.AddRow(
                SeverityBar.Of(conflict.Severity),
                new Text(VisibleText.OneLine(conflict.Term), Styles.Heading),
                new Text(Words.Of(conflict.Kind)),
                new Text(Organisations(conflict)),
                new Text(FirstDifference(conflict)),
                new Text(VisibleText.OneLine(Names.Id(conflict.Name)), Styles.Quiet));
        }

        return table;
    }

    static Grid Blocks(IEnumerable<Conflict> conflicts)
    {
        var grid = new Grid();
        _ = grid.AddColumn(new GridColumn { Width = SeverityBar.Width, NoWrap = true });
        _ = grid.AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var conflict in conflicts)
        {
            _ = grid.AddRow(
                SeverityBar.Of(conflict.Severity),
                new Rows(
                    new Paragraph(VisibleText.OneLine(conflict.Term), Styles.Heading).Append($"  {Words.Of(conflict.Kind)}  {Organisations(conflict)}"),
                    new Paragraph(FirstDifference(conflict)).Append(VisibleText.OneLine($"  ({Names.Id(conflict.Name)})"), Styles.Quiet)));
        }

        return grid;
    }

    static string Organisations(Conflict conflict)
    {
        var ids = conflict.Entries.Select(entry => Names.Id(entry.Organisation)).Distinct().ToList();
        return VisibleText.OneLine(ids.Count <= 4 ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(3))} and {ids.Count - 3} more");
    }

    // Of the sharpest pair: the kind is judged from it.
    static string FirstDifference(Conflict conflict) =>
        VisibleText.OneLine(conflict.Comparisons is [{ Differences: [var first, ..] }, ..] ? first.Reason : Words.Explain(conflict.Kind));
}
