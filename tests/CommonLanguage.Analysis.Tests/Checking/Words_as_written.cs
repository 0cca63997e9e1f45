using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Words_as_written
{
    [Theory]
    [InlineData("multifactor authentication", "multi-factor authentication")]
    [InlineData("multi-factor authentication", "multifactor authentication")]
    [InlineData("multi-factor authentication", "multi factor authentications")]
    [InlineData("e-mail gateway", "email gateways")]
    [InlineData("email gateway", "e-mail gateway")]
    [InlineData("ISO 9001", "ISO9001")]
    [InlineData("KPI", "KPIs")]
    [InlineData("OS", "OSes")]
    [InlineData("taxi", "taxis")]
    [InlineData("codex", "codices")]
    public void Are_found_in_a_document(string term, string written) => Assert.True(IsFound(term, written));

    [Theory]
    [InlineData("reform", "re-form")]
    [InlineData("GA", "GAS")]
    [InlineData("custom", "customs")]
    public void That_are_other_words_are_not(string term, string written) => Assert.False(IsFound(term, written));

    static bool IsFound(string term, string written)
    {
        using var snapshot = Samples.Terms(term);
        var document = DocumentReader.ReadText("page.md", $"Here the {written} is used.", DocumentFormat.Markdown);
        return new TermMatcher(snapshot).Match(document).Uses.Exists(use => document.Text[use.Start..use.End] == written);
    }
}
