using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>One conflict: what kind, how severe, the definitions, the reasons.</summary>
static class ConflictPage
{
    /// <summary>Shows a conflict.</summary>
    public static void Show(Terminal terminal, Conflict conflict)
    {
        terminal.Show(new Text(VisibleText.OneLine(conflict.Term), Styles.Heading));
        terminal.Show(SeverityBar.Of(conflict.Severity).Append($"  {Words.Of(conflict.Kind)}: {Words.Explain(conflict.Kind)}"));
        terminal.Show(new Text(VisibleText.OneLine($"{conflict.Name} · {Words.Of(conflict.Status)}"), Styles.Quiet));
        terminal.Out.WriteLine();

        var names = SideNames.Of(conflict);
        SideBySide.Show(terminal, [.. conflict.Entries.Select((entry, at) => new Definition(
            entry.Term == conflict.Term ? names[at] : $"{names[at]} · {entry.Term}",
            entry.Definition,
            [.. conflict.Differences.SelectMany(difference => difference.Sides).Where(side => side.Entry == entry.Entry).Select(side => (side.Start, side.End))]))]);

        ShowDifferences(terminal, conflict, names);
        DependentList.Show(terminal, conflict);
    }

    static void ShowDifferences(Terminal terminal, Conflict conflict, IReadOnlyList<string> names)
    {
        if (conflict.Differences.Count == 0)
            return;
        terminal.Show(new Text("Where they part", Styles.Heading));
        var owners = conflict.Entries.Zip(names).ToDictionary(side => side.First.Entry, side => side.Second, StringComparer.Ordinal);
        var number = 0;
        foreach (var difference in conflict.Differences)
        {
            var between = string.Join(" and ", difference.Sides.Select(side => owners.GetValueOrDefault(side.Entry, side.Entry)));
            terminal.Show(Numbered.Line(++number, difference.Reason, conflict.Entries.Count > 2 ? between : ""));
        }
    }
}
