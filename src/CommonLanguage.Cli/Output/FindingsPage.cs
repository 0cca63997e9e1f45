using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>What a check found, for somebody at a terminal: the text of a report, wrapped, its words to look at marked.</summary>
static class FindingsPage
{
    const int Indent = 4;

    /// <summary>Shows a report, with colours or without.</summary>
    public static void Show(Terminal terminal, CheckReport report, bool colours)
    {
        foreach (var finding in report.Findings)
        {
            terminal.Show(new Hanging(Headline(finding), Indent), colours);
            foreach (var entry in finding.Entries)
                terminal.Show(new Padder(new Hanging(Meaning(entry), Indent), new Padding(Indent, 0, 0, 0)), colours);
            terminal.Out.WriteLine();
        }

        terminal.Show(new Text(ReportWriter.Compared(report)), colours);
        terminal.Show(new Text(VisibleText.OneLine(ReportWriter.Sentence(report.Summary)), Styles.Quiet), colours);
    }

    static Paragraph Headline(Finding finding)
    {
        var paragraph = new Paragraph(VisibleText.OneLine(string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Place.Line}:{finding.Place.Column}:")))
            .Append(" ").Append(ReportWriter.Word(finding.Severity), StyleOf(finding.Severity)).Append($" {finding.Rule} ", Styles.Quiet);
        var message = VisibleText.OneLine(finding.Message);
        var (start, end) = Quoted(message, VisibleText.OneLine(finding.Term));
        return paragraph.Append(message[..start]).Append(message[start..end], Styles.Marked).Append(message[end..]);
    }

    static Paragraph Meaning(FindingEntry entry) =>
        new Paragraph(VisibleText.OneLine(entry.Organisation), Styles.Heading).Append(": ").Append(VisibleText.OneLine(entry.Definition));

    static Style StyleOf(Severity severity) => new(
        severity switch { Severity.Error => Color.Red, Severity.Warning => Color.Yellow, _ => Color.Blue }, decoration: Decoration.Bold);

    // A message names its word first, between quotation marks that are apostrophes too.
    static (int Start, int End) Quoted(string message, string term)
    {
        if (term.Length > 0 && message.IndexOf($"'{term}'", StringComparison.OrdinalIgnoreCase) is >= 0 and var own)
            return (own + 1, own + 1 + term.Length);
        var start = message.IndexOf('\'', StringComparison.Ordinal) + 1;
        for (var end = start; start > 0 && (end = message.IndexOf('\'', end)) >= 0; end++)
        {
            if (end > start && (end + 1 == message.Length || !char.IsLetterOrDigit(message[end + 1])))
                return (start, end);
        }

        return (0, 0);
    }
}
