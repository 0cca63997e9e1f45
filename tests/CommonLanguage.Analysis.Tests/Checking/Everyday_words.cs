using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Everyday_words
{
    static readonly SnapshotContent Glossary = Samples.Content(
    [
        Samples.Entry("red", "n", "The number of parties of a threshold scheme."),
        Samples.Entry("red", "IS", "An information system that stores records of citizens."),
        Samples.Entry("red", "update", "A signed package that repairs a deployed firmware."),
        Samples.Entry("red", "shard", "A slice of a ledger that one validator keeps."),
        Samples.Entry("red", "quorum", "The least number of validators that must agree."),
        Samples.Entry("blue", "ledger", "A list that all keep, agreed on by a quorum of them."),
    ]);

    static List<List<string>> Check(params string[] texts)
    {
        using var snapshot = Samples.Open(Glossary);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        var documents = texts.Select((text, i) => DocumentReader.ReadText($"{i}.md", text, DocumentFormat.Markdown)).ToList();
        documents.ForEach(checker.Learn);
        return documents.ConvertAll(document => checker.Check(document).Where(finding => finding.Rule == "CL008").Select(finding => finding.Term).ToList());
    }

    static List<string> Check(string text) => Check([text])[0];

    [Theory]
    [InlineData("Of n things, N is the last.")]
    [InlineData("This is all it is. Is it?")]
    [InlineData("An update of the page comes tomorrow.")]
    [InlineData("# Notes on the Update of Pages\n\nNothing.")]
    [InlineData("See The Last Update Of Pages here.")]
    public void Are_no_use_of_a_term_without_a_cue(string text) => Assert.Empty(Check(text));

    [Theory]
    [InlineData("Of n parties in a threshold scheme two are enough.", "n")]
    [InlineData("The IS stores records of citizens for ever.", "IS")]
    [InlineData("We ship an update whose signed package repairs the firmware.", "update")]
    [InlineData("They wait for the next Update before going on with it.", "update")]
    public void Are_one_with_a_cue(string text, string term) => Assert.Equal([term], Check(text));

    [Fact]
    public void Of_the_corpus_need_a_cue_like_those_of_the_language()
    {
        var texts = Enumerable.Repeat("The shard is there.", 9).Append("They hold a shard, the slice of a ledger of one validator.").ToArray();

        Assert.Equal(["shard"], Check(texts[0]));
        Assert.Equal(1, Check(texts).Count(found => found.Contains("shard")));
        Assert.Equal(9, Check(texts[..9]).Count(found => found.Contains("shard")));
    }

    [Fact]
    public void With_which_a_reader_defines_other_words_are_known_to_that_reader() =>
        Assert.Equal(["shard"], Check("The quorum holds a shard."));

    [Fact]
    public void Are_named_in_the_document_that_uses_them_most_and_counted()
    {
        using var snapshot = Samples.Terms("alphaterm", "betaterm", "gammaterm", "deltaterm");
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = [], Today = new(2026, 3, 2) });

        var findings = checker.Check(DocumentReader.ReadText("a.md", "ABC, DEF, GHJ and KLM. GHJ again, KLM again.", DocumentFormat.Markdown));

        Assert.Equal(["GHJ", "KLM"], findings.Select(finding => finding.Term));
        Assert.EndsWith("2 more words in this file.", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_by_a_table_of_contents_count_where_they_stand()
    {
        using var snapshot = Samples.Open(Glossary);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });

        var found = checker.Check(DocumentReader.ReadText("a.md", "- [The shard](#the-shard)\n- [See shard](other.md)\n\n# The shard\n", DocumentFormat.Markdown));

        Assert.Equal([2, 4], found.Single(finding => finding.Rule == "CL008").Related.Select(place => place.Line).Prepend(found[0].Place.Line));
    }
}
