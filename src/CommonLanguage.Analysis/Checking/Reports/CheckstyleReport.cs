using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>Checkstyle's XML, which many tools read.</summary>
static class CheckstyleReport
{
    public static void Write(CheckReport report, Stream output)
    {
        using var xml = XmlReport.Writer(output);
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        foreach (var file in report.Findings.GroupBy(finding => finding.File, StringComparer.Ordinal))
        {
            xml.WriteStartElement("file");
            xml.WriteAttributeString("name", XmlReport.Clean(file.Key));
            foreach (var finding in file)
            {
                xml.WriteStartElement("error");
                xml.WriteAttributeString("line", finding.Place.Line.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("column", finding.Place.Column.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("severity", ReportWriter.Word(finding.Severity));
                xml.WriteAttributeString("message", XmlReport.Clean(finding.Message));
                xml.WriteAttributeString("source", "commonlanguage." + finding.Rule);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
