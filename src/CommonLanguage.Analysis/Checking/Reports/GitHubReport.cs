using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>Workflow commands that GitHub Actions shows as annotations beside the lines.</summary>
static class GitHubReport
{
    public static void Write(CheckReport report, Stream output)
    {
        using var text = ReportWriter.Writer(output);
        foreach (var finding in report.Findings)
        {
            var command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            var place = finding.Place;
            // A column is read only where the place ends on its first line.
            var columns = place.EndLine == place.Line ? string.Create(CultureInfo.InvariantCulture, $",col={place.Column},endColumn={place.EndColumn}") : "";
            text.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{command} file={Property(finding.File)},line={place.Line},endLine={place.EndLine}{columns},title={Property(finding.Rule)}::{Data(finding.Message)}"));
        }
    }

    static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
