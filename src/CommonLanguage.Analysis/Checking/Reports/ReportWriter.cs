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

    internal static StreamWriter Writer(Stream output) => new(output, new System.Text.UTF8Encoding(false), 16_384, leaveOpen: true) { NewLine = "\n" };

    internal static string Word(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
}
