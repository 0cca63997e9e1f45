using System.Text;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Whatever bytes come, the check gives findings in bounds or one sentence of refusal.</summary>
public sealed class Any_document
{
    static readonly string[] Names = ["a.md", "a.html", "a.txt", "a.rst", "a.adoc", "a.docx", "a.pdf"];

    // Pieces of markup of all formats, in any order, are harder on the readers than random bytes.
    static readonly Gen<string> Pieces = Gen.OneOfConst(
        "gap pad", "incident", "INC", " ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "```\n", "~~~", "[", "](", ")", "![", "<", ">", "<!--", "-->", "&amp;", "&#x41;", "&", "<code>", "</code>",
        "<script>", "</p>", "<img alt=\"gap pad\">", "|", "|---|---|\n", "| a | b |\n", "> ", "- ", "1. ", "    ", "\t", "$", "$$", "{{<", ">}}", "{%", "%}", "---\n", "===\n", "+++\n", "::", ".. note::", ":a:`",
        "+---+\n", "____\n", "|===\n", "[^1]", "[^1]: ", ":", "\\", "#", "## ", "\u00AD", "\u00A0", "é", "\U0001F600", "\uD800", "\u200B", "ｇａｐ", "https://x.y/z", "a_b", "a.b", "--x", "\"", "'", "’s", "s");

    static void Check(string name, byte[] bytes)
    {
        using var snapshot = Samples.Open(Samples.Incident);
        try
        {
            var document = DocumentReader.Read(name, bytes);
            var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], SuggestTerms = true, Today = new(2026, 3, 1) });
            foreach (var finding in checker.Check(document))
                AssertInBounds(document, bytes, finding);
            var end = document.Blocks.IsEmpty ? 0 : document.Blocks[^1].End;
            Assert.True(end <= document.Text.Length);
        }
        catch (UnreadableInputException refusal)
        {
            Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        }
    }

    static void AssertInBounds(Document document, byte[] bytes, Finding finding)
    {
        var place = finding.Place;
        Assert.InRange(place.Start, 0, place.End);
        Assert.InRange(place.End, place.Start, document.Source.Length);
        if (document.IsText)
            Assert.Equal(document.Source[place.Start..place.End], Encoding.UTF8.GetString(bytes.AsSpan(place.StartByte, place.EndByte - place.StartByte)));
        foreach (var fix in finding.Fixes)
            Assert.InRange(fix.Place.End, fix.Place.Start, document.Source.Length);
    }

    [Fact]
    public void Of_random_bytes_is_checked_or_refused() => Gen.Select(Gen.OneOfConst(Names), Gen.Byte.Array[0, 400]).Sample(Check, iter: 2_000);

    [Fact]
    public void Of_random_markup_is_checked_or_refused() =>
        Gen.Select(Gen.OneOfConst(Names), Pieces.Array[0, 60].Select(string.Concat)).Sample((name, text) => Check(name, Encoding.UTF8.GetBytes(text)), iter: 5_000);

    [Fact]
    public void Cut_off_anywhere_is_checked_or_refused()
    {
        var text = Encoding.UTF8.GetBytes("---\na: b\n---\n# Gap pad\n\n| a | gap pad |\n|---|---|\n| ü | <b>inc**ident** |\n\n```\nx\n```\n$$\n> gap\n> pad <!-- é -->\n");
        for (var length = 0; length < text.Length; length++)
        {
            foreach (var name in Names)
                Check(name, text[..length]);
        }
    }

    [Theory]
    [InlineData("a.md", "> ")]
    [InlineData("a.md", "[")]
    [InlineData("a.md", "**a ")]
    [InlineData("a.md", "![a](")]
    [InlineData("a.md", "- ")]
    [InlineData("a.md", "`a")]
    [InlineData("a.md", "<a ")]
    [InlineData("a.md", "{{")]
    [InlineData("a.html", "<div>")]
    [InlineData("a.html", "<")]
    [InlineData("a.html", "<a b='")]
    [InlineData("a.html", "<a ")]
    [InlineData("a.html", "<!--")]
    [InlineData("a.html", "<script>")]
    [InlineData("a.html", "&a")]
    [InlineData("a.txt", "gap-")]
    [InlineData("a.txt", "gap pad ")]
    [InlineData("a.rst", "`a")]
    [InlineData("a.rst", "*a ")]
    [InlineData("a.rst", "|a")]
    [InlineData("a.adoc", "`a")]
    [InlineData("a.adoc", "<<a")]
    [InlineData("a.adoc", "*a ")]
    public void Nested_and_long_is_checked_or_refused(string name, string piece) =>
        Check(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))));

    /// <summary>Markup that begins again and again and never ends costs no more than other text: it is checked, not given up.</summary>
    [Theory]
    [InlineData("a.rst", "`", " ")]
    [InlineData("a.rst", "`a", " ")]
    [InlineData("a.rst", "", ":")]
    [InlineData("a.rst", "", ":a")]
    [InlineData("a.rst", "", "` ")]
    [InlineData("a.rst", "", ":a:`b <")]
    [InlineData("a.rst", "", "|a ")]
    [InlineData("a.rst", "", "[a")]
    [InlineData("a.adoc", "", "stem:")]
    [InlineData("a.adoc", "", "image:a[")]
    [InlineData("a.adoc", "", "<<a,")]
    [InlineData("a.adoc", "", "[[a")]
    [InlineData("a.adoc", "", "+a")]
    [InlineData("a.adoc", "", "$$a$")]
    public void Of_markup_without_end_is_read_in_full(string name, string first, string piece)
    {
        var text = first + string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "\n\nA gap pad.\n";
        var document = DocumentReader.Read(name, Encoding.UTF8.GetBytes(text));
        Assert.EndsWith("A gap pad.", document.Text[..document.Blocks[^1].End].TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.txt")]
    [InlineData("a.rst")]
    [InlineData("a.adoc")]
    public void Of_one_line_of_sixteen_megabytes_is_checked(string name)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("An alert is an incident that customers notice. ", DocumentReader.MaximumBytes / 48)));
        Check(name, text);
    }

    [Fact]
    public void Over_the_limit_is_refused() =>
        Assert.Contains("16777216", Assert.Throws<UnreadableInputException>(() => DocumentReader.Read("a.md", new byte[DocumentReader.MaximumBytes + 1])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x41, 0x00 }, "byte 1 is zero")]
    [InlineData(new byte[] { 0x41, 0x42, 0xC3, 0x28 }, "not UTF-8 (byte 2)")]
    public void That_is_no_UTF_8_is_refused_with_the_byte(byte[] bytes, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableInputException>(() => DocumentReader.Read("a.md", bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Has_findings_of_terms_that_never_overlap() =>
        Pieces.Array[0, 80].Select(string.Concat).Sample(text =>
        {
            using var snapshot = Samples.Open(Samples.Incident);
            var document = DocumentReader.ReadText("a.md", string.Concat(text.EnumerateRunes()), DocumentFormat.Markdown);
            var uses = new CommonLanguage.Analysis.Checking.Matching.TermMatcher(snapshot).Match(document).Uses;
            for (var i = 1; i < uses.Count; i++)
                Assert.True(uses[i].Start >= uses[i - 1].End);
        }, iter: 2_000);
}
