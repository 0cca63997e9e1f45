using System.Globalization;
using System.Xml;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>JUnit's XML as build servers read it: a suite a file, a failed test case a finding; what is only good to know passes.</summary>
static class JUnitReport
{
    public static void Write(CheckReport report, Stream output)
    {
        using var xml = XmlReport.Writer(output);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "commonlanguage");
        foreach (var file in report.Findings.GroupBy(finding => finding.File, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", XmlReport.Clean(file.Key));
            xml.WriteAttributeString("tests", Number(file.Count()));
            xml.WriteAttributeString("failures", Number(file.Count(finding => finding.Severity > Severity.Info)));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("skipped", "0");
            xml.WriteAttributeString("time", "0");
            foreach (var finding in file)
                WriteCase(xml, finding);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteCase(XmlWriter xml, Finding finding)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{finding.Place.Line}:{finding.Place.Column}");
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", XmlReport.Clean(finding.File));
        xml.WriteAttributeString("name", XmlReport.Clean($"{finding.Rule} {finding.Term} at {place}"));
        xml.WriteAttributeString("time", "0");
        if (finding.Severity > Severity.Info)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", ReportWriter.Word(finding.Severity));
            xml.WriteAttributeString("message", XmlReport.Clean(finding.Message));
            xml.WriteString(XmlReport.Clean(string.Join('\n', finding.Entries.Select(entry => $"{entry.Organisation}: {entry.Definition}"))));
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", XmlReport.Clean(finding.Message));
        }

        xml.WriteEndElement();
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
