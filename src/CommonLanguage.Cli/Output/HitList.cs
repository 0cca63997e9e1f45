using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Entries that a search found, each with the part that matched.</summary>
static class HitList
{
    /// <summary>Shows a page of hits.</summary>
    public static void Show(Terminal terminal, SearchEntriesResponse answer)
    {
        foreach (var hit in answer.Hits)
        {
            var heading = new Paragraph(VisibleText.OneLine(hit.Term), Styles.Heading);
            _ = heading.Append(VisibleText.OneLine($"  {Names.Id(hit.Organisation)}"), Styles.Quiet);
            terminal.Show(heading);
            terminal.Show(Styles.Indented(MarkedText.Of(hit.Snippet, hit.Highlights.Select(span => (span.Start, span.End)), terminal.HasColours)));
            terminal.Out.WriteLine();
        }

        var shown = answer.Hits.Count < answer.TotalSize ? $"{answer.Hits.Count} of {Count.Of(answer.TotalSize, "entry", "entries")}; more with --limit." : $"{Count.Of(answer.TotalSize, "entry", "entries")}.";
        terminal.Show(new Text(shown, Styles.Quiet));
    }
}
