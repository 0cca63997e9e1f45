using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>What a write of an entry did.</summary>
static class WrittenEntry
{
    /// <summary>Shows the entry and the conflicts that follow from it.</summary>
    public static void Show(Terminal terminal, WriteEntryResponse written)
    {
        var entry = written.Entry;
        terminal.Show(new Paragraph(VisibleText.OneLine(entry.Terms[0].Text), Styles.Heading).Append($"  revision {entry.Revision}"));
        terminal.Show(new Text(VisibleText.OneLine(entry.Name), Styles.Quiet));
        terminal.Show(Styles.Indented(new Text(VisibleText.Lines(entry.Definition))));
        Show(terminal, "Opened", written.ConflictsOpened);
        Show(terminal, "Changed", written.ConflictsRefreshed);
        Show(terminal, "Closed", written.ConflictsClosed);
    }

    static void Show(Terminal terminal, string what, IEnumerable<string> conflicts)
    {
        foreach (var conflict in conflicts)
            terminal.Out.WriteLine(VisibleText.OneLine($"{what}: commonlanguage history {conflict}"));
    }
}
