using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Definitions of other words that use the word in dispute.</summary>
static class DependentList
{
    const int MostShown = 10;

    /// <summary>Shows the closest ones, and how many there are.</summary>
    public static void Show(Terminal terminal, Conflict conflict)
    {
        if (conflict.Dependents.Count == 0)
            return;
        terminal.Show(new Text("Definitions that use the word", Styles.Heading));
        foreach (var dependent in conflict.Dependents.Take(MostShown))
        {
            var line = new Paragraph(VisibleText.OneLine($"{dependent.Term}  {Names.Id(dependent.Organisation)}"));
            if (dependent.Conflicts.Count > 0)
                _ = line.Append(VisibleText.OneLine($"  in conflict too: {string.Join(", ", dependent.Conflicts.Select(Names.Id))}"), Styles.Quiet);
            terminal.Show(Styles.Indented(line));
        }

        if (conflict.DependentCount > MostShown)
            terminal.Show(Styles.Indented(new Text($"and {conflict.DependentCount - MostShown} more", Styles.Quiet)));
    }
}
