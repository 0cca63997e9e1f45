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

    /// <summary>What was compared, and what of it was told, in a sentence.</summary>
    public static string Compared(CheckReport report)
    {
        var summary = report.Summary;
        if (summary.Files == 0)
            return "Nothing was checked.";
        var told = report.Findings.Where(finding => finding.Rule == "CL001" && finding.Term.Length > 0).Select(finding => finding.Term).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var shared = summary.SharedWords switch
        {
            0 => "No word was compared: two of those who write and read define none of them",
            1 when told == 0 => "The 1 shared word is not reported as understood in another way",
            1 => "The 1 shared word is understood in another way",
            var all when told == 0 => string.Create(CultureInfo.InvariantCulture, $"None of the {all} shared words is reported as understood in another way"),
            var all => string.Create(CultureInfo.InvariantCulture, $"{told} of the {all} shared words {(told == 1 ? "is" : "are")} understood in another way"),
        };
        var everyday = summary.EverydayWords == 0 ? "" : $"; {Count(summary.EverydayWords, "everyday word")} {(summary.EverydayWords == 1 ? "was" : "were")} left out";
        var audience = summary.WithoutAudience == 0 ? ""
            : summary.WithoutAudience == summary.Files ? " Nobody has said who writes and who reads, so that only conflicts that people have confirmed count."
            : $" Of {Count(summary.WithoutAudience, "file")} nobody has said who writes and who reads; there only conflicts that people have confirmed count.";
        return $"{shared}{everyday}.{audience}";
    }

    internal static StreamWriter Writer(Stream output) => new(output, new System.Text.UTF8Encoding(false), 16_384, leaveOpen: true) { NewLine = "\n" };

    static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
