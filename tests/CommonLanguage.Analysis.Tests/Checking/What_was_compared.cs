using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Reports;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>A check says what it compared, so that "nothing found" is not taken for more than it is.</summary>
public sealed class What_was_compared
{
    [Theory]
    [InlineData("An alert, an incident that customers notice as an outage.", "red", "blue", "The 1 shared word is understood in another way.")]
    [InlineData("An incident is an outage that customers notice, and each incident is reported.", "red", "blue", "The 1 shared word is not reported as understood in another way.")]
    [InlineData("Each incident is reported.", "red", "blue", "No word was compared; 1 everyday word was left out.")]
    [InlineData("The gap pad is soft.", "red", "blue", "No word was compared: two of those who write and read define none of them.")]
    [InlineData("", "red", "blue", "No word was compared: two of those who write and read define none of them.")]
    [InlineData("Each incident is reported.", "", "", "Nobody has said who writes and who reads, so that only conflicts that people have confirmed count.")]
    public void Is_said_in_a_sentence(string text, string author, string reader, string sentence)
    {
        using var snapshot = Samples.Open(Samples.Incident);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = author, Readers = reader.Length == 0 ? [] : [reader], Today = new(2026, 3, 2) });
        _ = checker.Check(DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown));

        Assert.EndsWith(sentence, ReportWriter.Compared(checker.Finish()), StringComparison.Ordinal);
    }
}
