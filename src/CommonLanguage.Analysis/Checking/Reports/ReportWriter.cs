using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>Writes what a check gave, as UTF-8. Pure and thread-safe.</summary>
public static class ReportWriter
{
    /// <summary>Writes a report in a format.</summary>
    public static void Write(CheckReport report, ReportFormat format, Stream output)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report, output);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(report, output);
                break;
            case ReportFormat.GitHub:
                GitHubReport.Write(report, output);
                break;
            case ReportFormat.JUnit:
                JUnitReport.Write(report, output);
                break;
            case ReportFormat.Checkstyle:
                CheckstyleReport.Write(report, output);
                break;
            default:
                TextReport.Write(report, output);
                break;
        }
    }

    /// <summary>What reports call a severity.</summary>
    public static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    /// <summary>What was checked, in one line.</summary>
    public static string Sentence(CheckSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count(summary.Files, "file")}, {Count(summary.Words, "word")}, {Count(summary.Terms, "term")}; {Count(summary.Errors, "error")}, {Count(summary.Warnings, "warning")}, {Count(summary.Infos, "info")}; snapshot {summary.Snapshot[..Math.Min(12, summary.Snapshot.Length)]} of {summary.AsOf:yyyy-MM-dd}");

    internal static StreamWriter Writer(Stream output) => new(output, new System.Text.UTF8Encoding(false), 16_384, leaveOpen: true) { NewLine = "\n" };

    static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
