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

        var s = report.Summary;
        text.WriteLine(Plain(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(s.Files, "file")}, {Count(s.Words, "word")}, {Count(s.Terms, "term")}; {Count(s.Errors, "error")}, {Count(s.Warnings, "warning")}, {Count(s.Infos, "info")}; snapshot {s.Snapshot[..Math.Min(12, s.Snapshot.Length)]} of {s.AsOf:yyyy-MM-dd}")));
    }

    static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

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
