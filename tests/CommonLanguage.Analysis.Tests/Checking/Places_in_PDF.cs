using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>PDF files, which know only letters at places on pages.</summary>
public sealed class Places_in_PDF
{
    readonly record struct Drawn(string Text, double X, double Y, double Size = 12, Standard14Font Font = Standard14Font.Helvetica, int Page = 1);

    static byte[] File(params Drawn[] texts)
    {
        var file = new PdfDocumentBuilder();
        var fonts = new Dictionary<Standard14Font, PdfDocumentBuilder.AddedFont>();
        var pages = new Dictionary<int, PdfPageBuilder>();
        foreach (var text in texts)
        {
            if (!fonts.TryGetValue(text.Font, out var font))
                fonts.Add(text.Font, font = file.AddStandard14Font(text.Font));
            while (!pages.ContainsKey(text.Page))
                pages.Add(pages.Count + 1, file.AddPage(PageSize.A4));
            _ = pages[text.Page].AddText(text.Text, text.Size, new PdfPoint(text.X, text.Y), font);
        }

        return file.Build();
    }

    // Drawn by hand, under a line of common text.
    static byte[] Content(string content, string differences = "")
    {
        var stream = $"BT /F 12 Tf 1 0 0 1 50 780 Tm (Words enough to be most of the document.) Tj ET\n{content}";
        var encoding = differences.Length > 0 ? $"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{differences}] >>" : "/Encoding /WinAnsiEncoding";
        return OfficeFile.Pdf(
            "", "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [5 0 R] /Resources << /Font << "
            + $"/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >> /C << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>",
            $"<< /Length {stream.Length} >>\nstream\n{stream}\nendstream",
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (gap pad) /T (gap pad) >>");
    }

    static string[] Cut(byte[] file, params string[] terms) => Found.CutOffice(file, "a.pdf", terms.Length > 0 ? terms : ["gap pad"]);

    static string[] Lines(params string[] lines) => Cut(File([.. lines.Select((line, i) => new Drawn(line, 50, 700 - (14 * i)))]));

    [Theory]
    [InlineData("paragraph", "1:1:6 gap pad", "Some gap pad here.")]
    [InlineData("plural", "1:1:5 gap pads", "Two gap pads.")]
    [InlineData("possessive", "1:1:5 gap pad's", "The gap pad's edge.")]
    [InlineData("capitals", "1:1:5 GAP PAD", "THE GAP PAD HERE")]
    [InlineData("title", "1:1:5 Gap Pad", "The Gap Pad Story")]
    [InlineData("list item", "1:2:3 gap pad", "- x", "- gap pad")]
    [InlineData("broken over a line", "1:1:5 gap\npad", "The gap", "pad here.")]
    [InlineData("broken inside a word", "1:1:5 gap pa-\nd", "The gap pa-", "d here.")]
    [InlineData("broken inside a word of several lines", "1:2:10 gap p-\nads", "One", "line and gap p-", "ads here.")]
    [InlineData("hyphen", "1:1:5 gap-pad", "The gap-pad here.")]
    [InlineData("broken after its hyphen", "1:1:5 gap-\npad", "The gap-", "pad here.")]
    [InlineData("brackets", "1:1:10 gap pad", "A sheet (gap pad), soft.")]
    [InlineData("double space, which is a gap like any", "1:1:5 gap pad", "The gap  pad here.")]
    public void Of_plain_lines_are_found_with_nothing_else(string kind, string expected, params string[] lines)
    {
        Assert.NotEmpty(kind);
        Assert.Equal([expected], Lines(lines));
    }

    [Fact]
    public void Pages_and_lines_are_told() =>
        Assert.Equal(
            ["2:2:18 gap\npad", "2:3:23 gap pad"],
            Cut(File(new("The first page.", 50, 700), new("Some words and a gap", 50, 700, Page: 2), new("pad over two lines, a gap pad.", 50, 686, Page: 2), new("A gap", 50, 300, Page: 2))));

    [Fact]
    public void Pages_without_text_count() => Assert.Equal(["3:2:1 gap pad"], Cut(File(new("One.", 50, 700), new(" ", 50, 700, Page: 2), new("gap pad", 50, 700, Page: 3))));

    [Fact]
    public void Of_other_size_are_found() =>
        Assert.Equal(
            ["1:1:5 gap pad", "1:3:6 gap pad"],
            Cut(File(new("The gap pad", 50, 700, 20), new("Of it a few words of common size.", 50, 680), new("1. A gap pad.", 50, 100, 8))));

    [Fact]
    public void A_larger_line_is_a_heading()
    {
        var document = DocumentReader.Read("a.pdf", File(new("The gap", 50, 700, 16), new("pad of common size, with more words than above.", 50, 683), new("The end.", 50, 600)));

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void In_columns_are_read_down_each() =>
        Assert.Equal(
            ["1:1:8 gap\npad", "1:5:1 gap pad"],
            Cut(File(
                new("In the gap", 50, 700), new("pad of the left.", 50, 686), new("No gap", 50, 672), new("pad, says the right.", 300, 700), new("gap pad there.", 300, 686), new("A gap", 300, 672), new("pad far below.", 50, 100))));

    [Fact]
    public void In_cells_are_found_and_not_across_them() =>
        Assert.Equal(
            ["1:1:19 gap pad", "1:2:1 gap\npad"],
            Cut(File(new("gap", 50, 700), new("pad and more,", 120, 700), new("gap pad", 300, 700), new("gap", 50, 680), new("pad", 50, 666), new("x", 120, 680))));

    [Fact]
    public void In_running_heads_and_feet_are_found() =>
        Assert.Equal(
            ["1:1:5 gap pad", "1:3:5 gap pad"], Cut(File(new("The gap pad", 50, 800, 9), new("Text of the page, of common size.", 50, 700), new("The gap pad", 50, 40, 9))));

    [Fact]
    public void In_another_font_are_found() =>
        Assert.Equal(
            ["1:1:12 gap pad"], Cut(File(new("Some words ", 50, 700), new("gap", 115.4, 700, Font: Standard14Font.HelveticaBold), new("pad", 140, 700, Font: Standard14Font.TimesItalic))));

    [Theory]
    [InlineData("letter by letter", "1:2:3 gap pad", "BT /F 12 Tf 50 700 Td [(A) -278 (g) 5 (a) 5 (p) -278 (p) 10 (a) -20 (d)] TJ ET")]
    [InlineData("word half in another font", "1:2:1 gap pad", "BT /F 12 Tf 1 0 0 1 50 700 Tm (gap p) Tj /F 12 Tf (ad) Tj ET")]
    [InlineData("drawn twice for bold type", "1:2:1 gap pad", "BT /F 12 Tf 1 0 0 1 50 700 Tm (gap pad) Tj 1 0 0 1 50.3 700 Tm (gap pad) Tj ET")]
    [InlineData("tight words", "1:2:1 gap pad", "BT /F 12 Tf 50 700 Td [(gap) -190 (pad)] TJ ET")]
    [InlineData("wide words", "1:2:1 gap pad", "BT /F 12 Tf 50 700 Td [(gap) -1500 (pad)] TJ ET")]
    [InlineData("before the mark of a footnote", "1:2:3 gap pad", "BT /F 12 Tf 1 0 0 1 50 700 Tm (A gap pad) Tj /F 7 Tf 4 Ts (1) Tj /F 12 Tf 0 Ts ( here.) Tj ET")]
    [InlineData("after the mark of a footnote", "1:2:2 gap pad", "BT /F 7 Tf 1 0 0 1 50 700 Tm 4 Ts (1) Tj /F 12 Tf 0 Ts (gap pad here.) Tj ET")]
    [InlineData("turned by a quarter", "1:2:5 gap pad", "BT /F 12 Tf 0 1 -1 0 400 300 Tm (The gap pad.) Tj ET")]
    [InlineData("turned, broken over a line", "1:2:5 gap\npad", "BT /F 12 Tf 0 1 -1 0 400 300 Tm (The gap) Tj 0 1 -1 0 414 300 Tm (pad.) Tj ET")]
    [InlineData("of a scan, invisible", "1:2:5 gap pad", "BT 3 Tr /F 12 Tf 50 700 Td (The gap pad.) Tj ET")]
    [InlineData("scaled up", "1:2:5 gap pad", "q 12 0 0 12 0 0 cm BT /F 1 Tf 4 50 Td (The gap pad.) Tj ET Q")]
    [InlineData("after NBSP", "1:2:5 gap pad", "BT /F 12 Tf 50 700 Td (The\\240gap\\240pad.) Tj ET")]
    [InlineData("soft hyphen at the end of a line", "1:2:5 gap p\u00AD\nad", "BT /F 12 Tf 50 700 Td (The gap p\\001) Tj 0 -14 Td (ad.) Tj ET")]
    [InlineData("soft hyphen in a line", "1:2:5 gap p\u00ADad", "BT /F 12 Tf 50 700 Td (The gap p\\001ad.) Tj ET")]
    public void Drawn_by_hand_are_found_with_nothing_else(string kind, string expected, string content)
    {
        Assert.NotEmpty(kind);
        Assert.Equal([expected], Cut(Content(content, "1 /softhyphen")));
    }

    [Fact]
    public void Ligatures_are_letters()
    {
        Assert.Equal(["1:2:3 ﬁle"], Cut(Content("BT /F 12 Tf 50 700 Td (A \\001le.) Tj ET", "1 /fi"), "file"));
        Assert.Equal(["1:2:3 conﬂict"], Cut(Content("BT /F 12 Tf 50 700 Td (A con\\001ict.) Tj ET", "1 /fl"), "conflict"));
    }

    [Theory]
    [InlineData("code in a sentence, by its font", "BT /F 12 Tf 50 700 Td (A ) Tj /C 12 Tf (gap pad) Tj /F 12 Tf ( here) Tj ET")]
    [InlineData("block of code, by its font", "BT /C 12 Tf 50 700 Td (gap pad) Tj ET")]
    [InlineData("across code", "BT /F 12 Tf 50 700 Td (A gap ) Tj /C 12 Tf (x) Tj /F 12 Tf ( pad) Tj ET")]
    [InlineData("across a paragraph's end", "BT /F 12 Tf 50 700 Td (A line) Tj 0 -14 Td (and gap) Tj 0 -28 Td (pad) Tj ET")]
    [InlineData("across a change of size", "BT /F 16 Tf 50 700 Td (A gap) Tj /F 12 Tf 0 -15 Td (pad) Tj ET")]
    [InlineData("across a letter without a name", "BT /F 12 Tf 50 700 Td (A gap \\002 pad) Tj ET")]
    [InlineData("in a comment", "")]
    [InlineData("longer word", "BT /F 12 Tf 50 700 Td (The gap pad-) Tj 0 -14 Td (ding.) Tj ET")]
    [InlineData("compound over a line", "BT /F 12 Tf 50 700 Td (The mega-gap pad-) Tj 0 -14 Td (Based one.) Tj ET")]
    [InlineData("bare URL", "BT /F 12 Tf 50 700 Td (See https://example.com/gap-pad/gap-pad here.) Tj ET")]
    [InlineData("snake case", "BT /F 12 Tf 50 700 Td (The my_gap pad_x.) Tj ET")]
    public void That_are_no_text_or_no_phrase_are_not_found(string kind, string content)
    {
        Assert.NotEmpty(kind);
        Assert.Empty(Cut(Content(content, "2 /nosuchglyph")));
    }

    [Fact]
    public void In_a_document_that_is_all_in_a_font_of_fixed_width_are_found() =>
        Assert.Equal(["1:1:5 gap pad"], Cut(File(new Drawn("The gap pad", 50, 700, Font: Standard14Font.Courier))));

    [Theory]
    [InlineData("gap-filler pad", "1:2:5 gap-\nfiller pad", "A gap-filler is", "The gap-", "filler pad here.")]
    [InlineData("need-to-know list", "1:1:5 need-to-\nknow list", "The need-to-", "know list.")]
    [InlineData("TCP-IP stack", "1:1:5 TCP-\nIP stack", "The TCP-", "IP stack.")]
    [InlineData("information flow", "1:1:5 informa-\ntion flow", "The informa-", "tion flow.")]
    public void A_hyphen_at_the_end_of_a_line_stays_where_it_belongs_to_the_word(string term, string expected, params string[] lines) =>
        Assert.Equal([expected], Cut(File([.. lines.Select((line, i) => new Drawn(line, 50, 700 - (14 * i)))]), term));
}
