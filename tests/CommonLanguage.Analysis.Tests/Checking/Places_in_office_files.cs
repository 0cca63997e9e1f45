using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Matching;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Places_in_office_files
{
    static string[] Cut(string name, byte[] file)
    {
        using var snapshot = Samples.Terms("gap pad");
        var document = DocumentReader.Read(name, file);
        return [.. new TermMatcher(snapshot).Match(document).Uses.Select(use => document.PlaceOf(use.Start, use.End)).Select(place =>
            FormattableString.Invariant($"{place.Page}:{place.Line}:{place.Column} {document.Source[place.Start..place.End]}"))];
    }

    [Fact]
    public void Runs_of_a_word_processing_document_are_joined() =>
        Assert.Equal(["0:2:5 gap pads"], Cut("a.docx", OfficeFile.Docx("<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>The ga</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>p</w:t></w:r><w:r><w:t xml:space='preserve'> pads.</w:t></w:r></w:p>")));

    [Theory]
    [InlineData("<w:p><w:r><w:delText>gap pad</w:delText></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:instrText>gap pad</w:instrText></w:r></w:p>")]
    [InlineData("<w:p><m:oMath><m:r><m:t>gap pad</m:t></m:r></m:oMath></w:p>")]
    [InlineData("<w:p><w:r><w:rPr><w:rStyle w:val='SourceCode'/></w:rPr><w:t>gap pad</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:r><w:t>gap</w:t></w:r></w:p><w:p><w:r><w:t>pad</w:t></w:r></w:p>")]
    public void What_is_no_text_of_a_word_processing_document_is_not_read(string body) => Assert.Empty(Cut("a.docx", OfficeFile.Docx(body)));

    [Fact]
    public void Pages_and_lines_of_a_PDF_are_told()
    {
        var file = new PdfDocumentBuilder();
        var font = file.AddStandard14Font(Standard14Font.Helvetica);
        _ = file.AddPage(PageSize.A4).AddText("The first page.", 12, new(50, 700), font);
        var page = file.AddPage(PageSize.A4);
        _ = page.AddText("Some words and a gap", 12, new(50, 700), font);
        _ = page.AddText("pad over two lines, a gap pad.", 12, new(50, 686), font);
        _ = page.AddText("A gap", 12, new(50, 300), font);

        Assert.Equal(["2:2:18 gap\npad", "2:3:23 gap pad"], Cut("a.pdf", file.Build()));
    }
}
