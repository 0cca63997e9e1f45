using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;
using CommonLanguage.Analysis.Checking.Rules;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>JUnit and Checkstyle output against schemas of what build servers take; neither format has an official one.</summary>
public sealed class Xml_schemas
{
    static List<string> Violations(CheckReport report, ReportFormat format)
    {
        var schemas = new XmlSchemaSet();
        var folder = Path.Combine(RulePage.Root(), "tests", "CommonLanguage.Analysis.Tests", "Checking", "Schemas");
        using var schema = XmlReader.Create(Path.Combine(folder, format == ReportFormat.JUnit ? "junit.xsd" : "checkstyle.xsd"));
        _ = schemas.Add(null, schema);
        using var output = new MemoryStream();
        ReportWriter.Write(report, format, output);
        output.Position = 0;
        List<string> violations = [];
        XDocument.Load(output).Validate(schemas, (_, violation) => violations.Add(violation.Message));
        return violations;
    }

    static CheckReport Odd()
    {
        using var snapshot = Samples.Open(Samples.Incident);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        var finding = checker.Check(DocumentReader.ReadText("ä b/%41#c?.md", "An alert, an incident that customers notice as an outage.\n", DocumentFormat.Markdown))[0];
        return new([finding, finding with { Rule = "CL004", Message = "\u0000\uD800\"</", Term = "]]>", Severity = Severity.Info }, finding with { Rule = "CL002", Severity = Severity.Error }], checker.Finish().Summary);
    }

    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Take_the_findings_of_each_rule(string rule)
    {
        var report = new RulePage(rule).Check();

        Assert.Empty(Violations(report, ReportFormat.JUnit));
        Assert.Empty(Violations(report, ReportFormat.Checkstyle));
    }

    [Theory]
    [InlineData(ReportFormat.JUnit)]
    [InlineData(ReportFormat.Checkstyle)]
    public void Take_names_of_files_and_texts_with_anything_in_them(ReportFormat format) => Assert.Empty(Violations(Odd(), format));

    [Theory]
    [InlineData(ReportFormat.JUnit)]
    [InlineData(ReportFormat.Checkstyle)]
    public void Take_a_check_without_findings(ReportFormat format) => Assert.Empty(Violations(Odd() with { Findings = [] }, format));

    [Theory]
    [InlineData(ReportFormat.JUnit)]
    [InlineData(ReportFormat.Checkstyle)]
    public void Would_refuse_what_no_check_gives(ReportFormat format)
    {
        var report = Odd();
        var nowhere = report.Findings[0] with { Place = report.Findings[0].Place with { Line = 0 } };

        Assert.NotEmpty(Violations(report with { Findings = [nowhere, nowhere] }, format));
    }
}
