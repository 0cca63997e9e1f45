using System.Text;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;
using CommonLanguage.Analysis.Checking.Rules;
using NJsonSchema;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>
/// SARIF output against the standard's own schema: Schemas/sarif-2.1.0-rtm.5.json, which OASIS publishes with SARIF 2.1.0 and lets
/// everybody copy.
/// </summary>
public sealed class Sarif_schema
{
    static async Task<IReadOnlyList<string>> ViolationsAsync(CheckReport report)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(RulePage.Root(), "tests", "CommonLanguage.Analysis.Tests", "Checking", "Schemas", "sarif-2.1.0-rtm.5.json"));
        using var output = new MemoryStream();
        ReportWriter.Write(report, ReportFormat.Sarif, output);
        return [.. schema.Validate(Encoding.UTF8.GetString(output.ToArray())).Select(violation => violation.ToString())];
    }

    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Takes_the_findings_of_each_rule(string rule) => Assert.Empty(await ViolationsAsync(new RulePage(rule).Check()));

    [Fact]
    public async Task Takes_a_check_without_findings()
    {
        using var snapshot = Samples.Open(Samples.Incident);
        Assert.Empty(await ViolationsAsync(new DocumentChecker(snapshot, "s", new() { Today = new(2026, 3, 2) }).Finish()));
    }

    [Fact]
    public async Task Takes_names_of_files_and_texts_with_anything_in_them()
    {
        using var snapshot = Samples.Open(Samples.Incident);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        var finding = checker.Check(DocumentReader.ReadText("ä b/%41#c?.md", "An alert, an incident that customers notice as an outage.\n", DocumentFormat.Markdown))[0];

        Assert.Empty(await ViolationsAsync(new([finding, finding with { Message = "\u0000\uD800\"</", Term = "" }], checker.Finish().Summary)));
    }
}
