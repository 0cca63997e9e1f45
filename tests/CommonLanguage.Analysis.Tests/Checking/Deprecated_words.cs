using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Deprecated_words
{
    static SnapshotEntry Entry(string organisation, string word, SnapshotTermStatus status) => new(
        organisation, word, 1, "en", "Meaning of the word.", [new SnapshotTerm(word, status)], "", "", new(2026, 3, 1));

    static List<Finding> Check(SnapshotEntry[] entries, params string[] texts)
    {
        using var snapshot = Samples.Open(Samples.Content([.. entries, Samples.Entry("blue", "zebra crossing", "Another word.")]));
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        var documents = texts.Select((text, i) => DocumentReader.ReadText($"{i}.md", text, DocumentFormat.Markdown)).ToList();
        documents.ForEach(checker.Learn);
        return [.. documents.SelectMany(document => checker.Check(document)).Where(finding => finding.Rule == "CL002")];
    }

    [Fact]
    public void Of_everyday_language_are_said()
    {
        string[] words = ["master", "slave", "kill", "customer", "user", "native", "simple", "please", "abort", "guys"];

        var found = Check([.. words.Select(word => Entry("red", word, SnapshotTermStatus.Deprecated))], [.. words.Select(word => $"We have the {word} here.")]);

        Assert.Equal(words, found.Select(finding => finding.Term));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void Are_said_in_each_document_that_uses_them(int uses)
    {
        var texts = Enumerable.Range(0, 12).Select(i => i < uses ? "The sprocket is there." : "Nothing is there.").ToArray();

        Assert.Equal(uses, Check([Entry("red", "sprocket", SnapshotTermStatus.Deprecated)], texts).Count);
    }

    [Fact]
    public void Of_the_readers_that_the_author_s_organisation_uses_are_good_to_know_and_stay()
    {
        var finding = Assert.Single(Check(
            [Entry("blue", "sprocket", SnapshotTermStatus.Forbidden), Entry("red", "sprocket", SnapshotTermStatus.Preferred)], "The sprocket is there."));

        Assert.Equal((Severity.Info, 0), (finding.Severity, finding.Fixes.Length));
    }
}
