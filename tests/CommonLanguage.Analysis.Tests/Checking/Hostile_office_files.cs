using System.Text;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>What is made to harm its reader, or is broken, is refused in one sentence or read without harm.</summary>
public sealed class Hostile_office_files
{
    const string Paragraph = "<w:p><w:r><w:t>A gap pad.</w:t></w:r></w:p>";
    const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>";
    const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    const string Content = "<< /Length 33 >>\nstream\nBT /F 12 Tf 9 9 Td (gap pad) Tj ET\nendstream";

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'gap pad'>]>", "&a;")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;")]
    [InlineData("<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/a.dtd'> %a;]>", "")]
    [InlineData("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/a.dtd'>", "")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>", "&c;")]
    public void A_document_type_is_refused_whatever_it_declares(string type, string entity) =>
        Assert.Contains("DTD", Refusal("a.docx", OfficeFile.Docx($"<w:p><w:r><w:t>{entity}</w:t></w:r></w:p>", OfficeFile.Declaration + type)), StringComparison.Ordinal);

    [Fact]
    public void What_another_file_would_add_is_not_fetched() =>
        Assert.Equal("A gap pad.\n", DocumentReader.Read("a.docx", OfficeFile.Docx(
            "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>" + Paragraph)).Source);

    [Theory]
    [InlineData(' ')]
    [InlineData('<')]
    [InlineData('a')]
    public void A_small_file_that_inflates_without_end_is_refused(char of)
    {
        var bomb = OfficeFile.Bomb(300, of);
        Assert.InRange(bomb.Length, 1, 1_000_000);
        Assert.Contains("a.docx", Refusal("a.docx", bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_are_counted_while_they_inflate() => Assert.Contains("256 MiB", Refusal("a.docx", OfficeFile.Bomb(300, ' ')), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_thousand_parts_are_only_names()
    {
        var parts = Enumerable.Range(0, 100_000).Select(i => ($"x/{i}", "")).Append(("word/document.xml", OfficeFile.Declaration + OfficeFile.Root + Paragraph + OfficeFile.End));
        Assert.Equal("A gap pad.\n", DocumentReader.Read("a.docx", OfficeFile.Zip([.. parts])).Source);
    }

    [Theory]
    [InlineData("../word/document.xml")]
    [InlineData("/word/document.xml")]
    [InlineData("word\\document.xml")]
    [InlineData("word/../word/document.xml")]
    public void A_part_is_found_under_its_own_name_only(string name)
    {
        var hidden = (name, OfficeFile.Declaration + OfficeFile.Root + Paragraph + OfficeFile.End);
        Assert.Contains("word/document.xml is missing", Refusal("a.docx", OfficeFile.Zip(hidden)), StringComparison.Ordinal);
        Assert.Equal("\n", DocumentReader.Read("a.docx", OfficeFile.Zip(hidden, ("word/document.xml", OfficeFile.Declaration + OfficeFile.Root + "<w:p/><w:p></w:p>" + OfficeFile.End))).Source);
    }

    [Fact]
    public void Markup_nested_beyond_measure_is_refused() =>
        Assert.Contains("too deeply", Refusal("a.docx", OfficeFile.Docx(string.Concat(Enumerable.Repeat("<w:p>", 100_000)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.docx", "encrypted")]
    [InlineData("a.pdf", "no PDF")]
    public void A_container_of_an_encrypted_document_is_refused(string name, string reason) =>
        Assert.Contains(reason, Refusal(name, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]]), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_is_encrypted_is_refused()
    {
        var file = OfficeFile.Docx(Paragraph);
        file[6] |= 1;
        file[file.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        // What follows the flag is noise without the password.
        var body = file.AsSpan(30 + "word/document.xml".Length, 64);
        for (var i = 0; i < body.Length; i++)
            body[i] ^= 0x5A;
        Assert.Contains("damaged", Refusal("a.docx", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public void Files_of_another_kind_are_refused_by_name(string name) => Assert.Contains(name, Refusal(name, "gap pad"u8.ToArray()), StringComparison.Ordinal);

    [Theory]
    [InlineData("/Standard")]
    [InlineData("/Adobe.PubSec")]
    public void An_encrypted_PDF_is_refused(string filter)
    {
        var secret = new string('7', 64);
        var file = OfficeFile.Pdf(
            $"/ID [<{secret[..32]}> <{secret[..32]}>] /Encrypt << /Filter {filter} /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}> >>", Catalogue, Pages, Page, Content);
        Assert.Contains("a.pdf", Refusal("a.pdf", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_with_a_password_is_said_to_be_encrypted()
    {
        var secret = new string('7', 64);
        var file = OfficeFile.Pdf($"/ID [<{secret[..32]}> <{secret[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}> >>", Catalogue, Pages, Page, Content);
        Assert.Contains("encrypted", Refusal("a.pdf", file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pages that hold themselves", Catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>")]
    [InlineData("no pages", Catalogue, "<< /Type /Pages /Kids [] /Count 0 >>")]
    [InlineData("pages that are missing", Catalogue)]
    [InlineData("an object that is itself", Catalogue, "2 0 R")]
    [InlineData("a count that lies", Catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", Page, Content)]
    [InlineData("a stream longer than the file", Catalogue, Pages, Page, "<< /Length 2147483647 >>\nstream\nBT (gap pad) Tj ET\nendstream")]
    [InlineData("a stream of noise", Catalogue, Pages, Page, "<< /Length 4 /Filter /FlateDecode >>\nstream\nnope\nendstream")]
    public void A_broken_PDF_is_read_or_refused(string _, params string[] objects) => ReadOrRefused("a.pdf", OfficeFile.Pdf("", objects));

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    [InlineData("(")]
    public void A_PDF_nested_beyond_measure_is_read_or_refused(string piece)
    {
        var nested = string.Concat(Enumerable.Repeat(piece, 300_000));
        ReadOrRefused("a.pdf", OfficeFile.Pdf("", Catalogue, nested));
        ReadOrRefused("a.pdf", OfficeFile.Pdf("", Catalogue, Pages, Page, $"<< /Length {nested.Length} >>\nstream\n{nested}\nendstream"));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_read_or_refused()
    {
        foreach (var (name, file) in ((string, byte[])[])[("a.docx", OfficeFile.Docx(Paragraph)), ("a.pdf", OfficeFile.Pdf("", Catalogue, Pages, Page, Content))])
        {
            for (var length = 0; length < file.Length; length += 3)
                ReadOrRefused(name, file[..length]);
        }
    }

    [Fact]
    public void A_file_with_a_changed_byte_is_read_or_refused()
    {
        foreach (var (name, file) in ((string, byte[])[])[("a.docx", OfficeFile.Docx(Paragraph)), ("a.pdf", OfficeFile.Pdf("", Catalogue, Pages, Page, Content))])
        {
            for (var at = 0; at < file.Length; at++)
            {
                var changed = (byte[])file.Clone();
                changed[at] ^= (byte)(1 << (at % 8));
                ReadOrRefused(name, changed);
            }
        }
    }

    static string Refusal(string name, byte[] file) => Assert.Throws<UnreadableInputException>(() => DocumentReader.Read(name, file)).Message;

    static void ReadOrRefused(string name, byte[] file)
    {
        try
        {
            _ = DocumentReader.Read(name, file);
        }
        catch (UnreadableInputException refusal)
        {
            Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }
}
