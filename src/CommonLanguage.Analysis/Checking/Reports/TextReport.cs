using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>One line a finding that reads on its own, then the definitions behind it.</summary>
static class TextReport
{
    public static void Write(CheckReport report, Stream output)
    {
        using var text = ReportWriter.Writer(output);
        foreach (var finding in report.Findings)
        {
            text.WriteLine(Plain(string.Create(
                CultureInfo.InvariantCulture,
                $"{finding.File}:{finding.Place.Line}:{finding.Place.Column}: {ReportWriter.Word(finding.Severity)} {finding.Rule} {finding.Message}")));
            foreach (var entry in finding.Entries)
                text.WriteLine(Plain($"    {entry.Organisation}: {entry.Definition}"));
        }

        text.WriteLine(ReportWriter.Compared(report));
        text.WriteLine(Plain(ReportWriter.Sentence(report.Summary)));
    }

    // A definition must not be able to move the cursor of a terminal, nor hide or turn text.
    static string Plain(string line)
    {
        var letters = line.ReplaceLineEndings(" ").ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsControl(letters[i]) || letters[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                letters[i] = letters[i] == '\t' ? ' ' : '\uFFFD';
        }

        return new(letters);
    }
}
