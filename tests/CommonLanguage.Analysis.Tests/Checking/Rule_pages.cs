using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Rules;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Rule_pages
{
    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Say_what_the_checker_finds(string rule)
    {
        var page = new RulePage(rule);

        var found = page.Check().Findings.Select(finding => string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Place.Line}:{finding.Place.Column} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule} {finding.Term}").TrimEnd());

        Assert.Equal(page.Expected, found);
    }

    [Theory]
    [InlineData("CL002")]
    [InlineData("CL005")]
    public void Say_what_the_fixes_make_of_the_document(string rule)
    {
        var page = new RulePage(rule);

        var text = FixApplier.Apply(page.Document, page.Check().Findings, out var made);

        Assert.Equal(page.Fixed, text);
        Assert.True(made > 0);
    }

    [Fact]
    public void Have_the_rule_s_name_as_their_title()
    {
        foreach (var rule in RuleList.All)
            Assert.StartsWith($"# {rule.Id} {rule.Name}\n", File.ReadAllText(Path.Combine(RulePage.Root(), rule.Page)), StringComparison.Ordinal);
    }
}
