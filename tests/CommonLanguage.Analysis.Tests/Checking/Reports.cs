using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Reports
{
    static readonly CheckReport Sample = Check("Ünï: an alert, an incident that customers notice as an outage.\n\nThe incident ends.\n");

    static CheckReport Check(string text)
    {
        using var snapshot = Samples.Open(Samples.Incident);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        _ = checker.Check(DocumentReader.ReadText("docs/a b.md", text, DocumentFormat.Markdown));
        return checker.Finish();
    }

    static string Write(CheckReport report, ReportFormat format)
    {
        using var output = new MemoryStream();
        ReportWriter.Write(report, format, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [Fact]
    public void In_text_read_on_their_own_with_both_definitions() => Assert.Equal(
        """
        docs/a b.md:1:19: warning CL001 'incident' means something else to BLUE than to RED: every alert, there only outages; 1 more in this file.
            RED: Any alert that was raised.
            BLUE: An outage that customers notice.
        The 1 shared word is understood in another way.
        1 file, 14 words, 2 terms; 0 errors, 1 warning, 0 infos; snapshot 
        """,
        Write(Sample, ReportFormat.Text).Split("snapshot ")[0] + "snapshot ");

    [Fact]
    public void In_JSON_have_the_fields_of_the_contract()
    {
        using var json = JsonDocument.Parse(Write(Sample, ReportFormat.Json));
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal(("CL001", "warning", "docs/a b.md", "incident"), (Text(finding, "rule"), Text(finding, "severity"), Text(finding, "file"), Text(finding, "term")));
        Assert.Equal([1, 19, 1, 27, 20, 28], new[] { "line", "column", "endLine", "endColumn", "startByte", "endByte" }.Select(name => finding.GetProperty(name).GetInt32()));
        Assert.Equal(3, finding.GetProperty("related")[0].GetProperty("line").GetInt32());
        Assert.Matches("^[0-9a-f]{16}$", Text(finding, "fingerprint"));
        var summary = json.RootElement.GetProperty("summary");
        Assert.Equal([1, 14, 2, 0, 1, 0, 1, 0, 0], new[] { "files", "words", "terms", "errors", "warnings", "infos", "sharedWords", "everydayWords", "filesWithoutAudience" }.Select(name => summary.GetProperty(name).GetInt32()));
        Assert.Equal(32, Text(summary, "snapshot").Length);

        static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
    }

    [Fact]
    public void In_SARIF_name_rule_place_and_fingerprint()
    {
        using var json = JsonDocument.Parse(Write(Sample, ReportFormat.Sarif));
        var run = json.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("docs/a%20b.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(19, place.GetProperty("region").GetProperty("startColumn").GetInt32());
        Assert.Equal(Sample.Findings[0].Fingerprint, result.GetProperty("partialFingerprints").GetProperty("commonlanguage/v1").GetString());
        Assert.Equal(10, run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength());
    }

    [Fact]
    public void For_GitHub_are_one_command_a_finding() => Assert.Equal(
        "::warning file=docs/a b.md,line=1,endLine=1,col=19,endColumn=27,title=CL001::'incident' means something else to BLUE than to RED: every alert, there only outages; 1 more in this file.\n",
        Write(Sample, ReportFormat.GitHub));

    [Theory]
    [InlineData(ReportFormat.JUnit, "failure")]
    [InlineData(ReportFormat.Checkstyle, "error")]
    public void In_XML_hold_the_message(ReportFormat format, string element) =>
        Assert.Contains("means something else", XDocument.Parse(Write(Sample, format)).Descendants(element).Single().Attribute("message")!.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData(ReportFormat.Text)]
    [InlineData(ReportFormat.JUnit)]
    [InlineData(ReportFormat.Checkstyle)]
    public void Cannot_be_broken_by_control_characters_of_a_definition(ReportFormat format)
    {
        var finding = Sample.Findings[0] with { Message = "a\u001B[31mred\u0000 \uD800 ]]>", Entries = [new("n", "o\u001B", "t", "d\u0007")] };

        var written = Write(Sample with { Findings = [finding] }, format);

        Assert.DoesNotContain(written, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void Keep_the_fingerprint_when_lines_move()
    {
        var moved = Check("# New\n\nOther text.\n\nÜnï: an alert, an incident that customers notice as an outage.\n\nThe incident ends.\n");

        Assert.NotEqual(Sample.Findings[0].Place.Line, moved.Findings[0].Place.Line);
        Assert.Equal(Sample.Findings[0].Fingerprint, moved.Findings[0].Fingerprint);
    }
}
