namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Word-processing documents: every kind of place in which their readers see words, and what they do not see.</summary>
public sealed class Places_in_DOCX
{
    const string Box = "<wps:txbx xmlns:wps='x'><w:txbxContent><w:p><w:r><w:t>The gap pad.</w:t></w:r></w:p></w:txbxContent></wps:txbx>";
    const string Styles = """
        <w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>
        <w:style w:type='paragraph' w:styleId='a1'><w:name w:val='Commands'/><w:basedOn w:val='a2'/></w:style>
        <w:style w:type='paragraph' w:styleId='a2'><w:name w:val='HTML Preformatted'/><w:basedOn w:val='a1'/></w:style>
        <w:style w:type='paragraph' w:styleId='Verzeichnis1'><w:name w:val='toc 1'/></w:style>
        <w:style w:type='character' w:styleId='a3'><w:name w:val='Keys'/><w:rPr><w:rFonts w:ascii='DejaVu Sans Mono'/></w:rPr></w:style>
        """;

    static string P(string runs, string style = "") => $"<w:p>{(style.Length > 0 ? $"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" : "")}{runs}</w:p>";

    static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space='preserve'>{text}</w:t></w:r>";

    static byte[] File(string body, string part = "", string partBody = "")
    {
        // A first paragraph in another alphabet, so that bytes and UTF-16 units differ.
        var document = OfficeFile.Declaration + OfficeFile.Root + P(R("Ünïcödé 😀, and words enough to be most of it.")) + body + OfficeFile.End;
        (string, string) styles = ("word/styles.xml", OfficeFile.Declaration + OfficeFile.Root + Styles + OfficeFile.End);
        return part.Length == 0
            ? OfficeFile.Zip(("word/document.xml", document), styles)
            : OfficeFile.Zip(("word/document.xml", document), styles, (part, OfficeFile.Declaration + OfficeFile.Root + partBody + OfficeFile.End));
    }

    public static TheoryData<string, string, string> Seen => new()
    {
        { "paragraph", P(R("Some gap pad here.")), "2:6 gap pad" },
        { "heading", P(R("The gap pad"), "Heading1"), "2:5 gap pad" },
        { "heading of a translated program", P(R("The gap pad"), "berschrift1"), "2:5 gap pad" },
        { "title", P(R("The Gap Pad Story"), "Title"), "2:5 Gap Pad" },
        { "list item", P(R("gap pad"), "ListParagraph"), "2:1 gap pad" },
        { "quotation", P(R("The gap pad."), "IntenseQuote"), "2:5 gap pad" },
        { "caption", P(R("Figure ") + "<w:fldSimple w:instr=' SEQ Figure '>" + R("1") + "</w:fldSimple>" + R(" A gap pad"), "Caption"), "2:12 gap pad" },
        { "cell", "<w:tbl><w:tr><w:tc>" + P(R("x")) + "</w:tc><w:tc>" + P(R("gap pad")) + "</w:tc></w:tr></w:tbl>", "3:1 gap pad" },
        { "link text", P("<w:hyperlink r:id='x' xmlns:r='y'>" + R("the gap pad") + "</w:hyperlink>"), "2:5 gap pad" },
        { "link text of a field", P("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK gap pad</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + R("gap pad") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), "2:1 gap pad" },
        { "link half of it", P("<w:hyperlink w:anchor='x'>" + R("gap") + "</w:hyperlink>" + R(" pad")), "2:1 gap pad" },
        { "text for a picture", P(R("See ") + "<w:r><w:drawing><wp:inline xmlns:wp='x'><wp:docPr id='1' descr='A gap pad'/></wp:inline></w:drawing></w:r>"), "3:3 gap pad" },
        { "text box", P(R("Beside") + "<w:r><w:drawing>" + Box + "</w:drawing></w:r>" + R(" it.")), "3:5 gap pad" },
        { "text box, twice for old programs", P("<w:r><mc:AlternateContent xmlns:mc='x'><mc:Choice>" + Box + "</mc:Choice><mc:Fallback><w:pict>" + Box + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"), "3:5 gap pad" },
        { "text box of an old program", P("<w:r><w:pict><v:textbox xmlns:v='x'><w:txbxContent>" + P(R("gap pad")) + "</w:txbxContent></v:textbox></w:pict></w:r>"), "3:1 gap pad" },
        { "phrase that a text box hangs in", P(R("A gap ") + "<w:r><w:drawing><wp:anchor xmlns:wp='x'><wps:txbx xmlns:wps='x'><w:txbxContent>" + P(R("Aside.")) + "</w:txbxContent></wps:txbx></wp:anchor></w:drawing></w:r>" + R("pad.")), "2:3 gap pad" },
        { "content control", "<w:sdt><w:sdtContent>" + P("<w:sdt><w:sdtContent>" + R("gap pad") + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>", "2:1 gap pad" },
        { "insertion", P(R("A gap") + "<w:ins>" + R(" pad") + "</w:ins>"), "2:3 gap pad" },
        { "place it was moved to", P("<w:moveTo>" + R("gap pad") + "</w:moveTo>"), "2:1 gap pad" },
        { "around a deletion", P(R("gap ") + "<w:del><w:r><w:delText>filler </w:delText></w:r></w:del>" + R("pad")), "2:1 gap pad" },
        { "paragraphs joined by a deletion", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + R("A gap ") + "</w:p>" + P(R("pad.")), "2:3 gap pad" },
        { "bold", P(R("A ") + R("gap pad", "<w:b/>")), "2:3 gap pad" },
        { "emphasis", P(R("A ") + R("gap pad", "<w:i/>")), "2:3 gap pad" },
        { "half-bold word", P(R("The ga") + R("p", "<w:b/>") + R(" pads.")), "2:5 gap pads" },
        { "around marks of a spelling check", P(R("gap") + "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0'/>" + R(" pad")), "2:1 gap pad" },
        { "around the mark of a footnote", P(R("gap") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + R(" pad")), "2:1 gap pad" },
        { "around the mark of a comment", P("<w:commentRangeStart w:id='0'/>" + R("gap") + "<w:r><w:commentReference w:id='0'/></w:r>" + R(" pad")), "2:1 gap pad" },
        { "former code", P(R("gap pad", "<w:rPrChange><w:rPr><w:rStyle w:val='SourceCode'/></w:rPr></w:rPrChange>")), "2:1 gap pad" },
        { "not hidden after all", P(R("gap pad", "<w:vanish w:val='0'/>")), "2:1 gap pad" },
        { "plural", P(R("Two gap pads.")), "2:5 gap pads" },
        { "possessive", P(R("The gap pad’s edge.")), "2:5 gap pad’s" },
        { "capitals", P(R("THE GAP PAD!")), "2:5 GAP PAD" },
        { "small capitals", P(R("the gap pad", "<w:smallCaps/>")), "2:5 gap pad" },
        { "soft hyphen", P(R("The gap p\u00ADad.")), "2:5 gap p\u00ADad" },
        { "soft hyphen of the program", P("<w:r><w:t>The gap p</w:t><w:softHyphen/><w:t>ad.</w:t></w:r>"), "2:5 gap p\u00ADad" },
        { "hyphen that does not break", P("<w:r><w:t>The gap</w:t><w:noBreakHyphen/><w:t>pad.</w:t></w:r>"), "2:5 gap\u2011pad" },
        { "full width", P(R("The ｇａｐ　ｐａｄ.")), "2:5 ｇａｐ　ｐａｄ" },
        { "after NBSP", P(R("The\u00A0gap pad.")), "2:5 gap pad" },
        { "NBSP inside", P(R("The gap\u00A0pad.")), "2:5 gap\u00A0pad" },
        { "broken over a line", P("<w:r><w:t>The gap</w:t><w:br/><w:t>pad.</w:t></w:r>"), "2:5 gap pad" },
        { "broken over a page", P("<w:r><w:t xml:space='preserve'>The gap </w:t><w:lastRenderedPageBreak/><w:t>pad.</w:t></w:r>"), "2:5 gap pad" },
        { "after tab stops", "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>" + R("gap pad") + "</w:p>", "2:1 gap pad" },
        { "after a tab", P("<w:r><w:t>1.</w:t><w:tab/><w:t>gap pad</w:t></w:r>"), "2:4 gap pad" },
        { "after a reference to a character", P(R("Q&amp;A gap pad &#x2013; soft")), "2:5 gap pad" },
        { "after code", P(R("Set ") + R("gap pad", "<w:rStyle w:val='VerbatimChar'/>") + R(" of a gap pad")), "2:18 gap pad" },
        { "double space", P(R("The gap  pad.")), "2:5 gap  pad" },
        { "hyphen", P(R("The gap-pad.")), "2:5 gap-pad" },
        { "ligature", P(R("A ﬁle.")), "2:3 ﬁle" },
    };

    [Theory]
    [MemberData(nameof(Seen))]
    public void That_readers_see_are_found_with_nothing_else(string kind, string body, string expected)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(["0:" + expected], Found.CutOffice(File(body), "a.docx", "gap pad", "file"));
    }

    [Theory]
    [InlineData("footnote", "word/footnotes.xml", "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> A gap pad.</w:t></w:r></w:p></w:footnote>", "0:2:4 gap pad")]
    [InlineData("endnote", "word/endnotes.xml", "<w:endnote w:id='2'><w:p><w:r><w:t>A gap pad.</w:t></w:r></w:p></w:endnote>", "0:2:3 gap pad")]
    [InlineData("header", "word/header2.xml", "<w:p><w:r><w:t>A gap pad</w:t></w:r></w:p>", "0:2:3 gap pad")]
    [InlineData("footer", "word/footer1.xml", "<w:p><w:r><w:t>A gap pad</w:t></w:r></w:p>", "0:2:3 gap pad")]
    [InlineData("comment", "word/comments.xml", "<w:comment><w:p><w:r><w:t>A gap pad</w:t></w:r></w:p></w:comment>")]
    [InlineData("building block", "word/glossary/document.xml", "<w:p><w:r><w:t>A gap pad</w:t></w:r></w:p>")]
    [InlineData("styles of headers", "word/headers.xml", "<w:p><w:r><w:t>A gap pad</w:t></w:r></w:p>")]
    public void Outside_the_body_are_found_where_readers_see_them(string kind, string part, string body, params string[] expected)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(expected, Found.CutOffice(File("", part, body), "a.docx", "gap pad"));
    }

    [Fact]
    public void In_headers_that_say_the_same_are_found_once()
    {
        var header = OfficeFile.Declaration + OfficeFile.Root + P(R("The gap pad")) + OfficeFile.End;
        var file = OfficeFile.Zip(("word/header1.xml", header), ("word/header2.xml", header), ("word/document.xml", OfficeFile.Declaration + OfficeFile.Root + OfficeFile.End));

        Assert.Equal(["0:1:5 gap pad"], Found.CutOffice(file, "a.docx", "gap pad"));
    }

    public static TheoryData<string, string> Unseen => new()
    {
        { "deletion", P("<w:del><w:r><w:delText>gap pad</w:delText></w:r></w:del>") },
        { "place it was moved from", P("<w:moveFrom>" + R("gap pad") + "</w:moveFrom>") },
        { "code of a field", P("<w:r><w:instrText>gap pad</w:instrText></w:r>") },
        { "hidden", P(R("gap pad", "<w:vanish/>")) },
        { "formula", P("<m:oMath><m:r><m:t>gap pad</m:t></m:r></m:oMath>") },
        { "across a formula", P(R("gap ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + R(" pad")) },
        { "across a picture in the line", P(R("gap ") + "<w:r><w:drawing><wp:inline xmlns:wp='x'/></w:drawing></w:r>" + R(" pad")) },
        { "across a symbol", P(R("gap ") + "<w:r><w:sym w:font='Wingdings' w:char='F0B7'/></w:r>" + R(" pad")) },
        { "across paragraphs", P(R("gap")) + P(R("pad")) },
        { "across cells", "<w:tbl><w:tr><w:tc>" + P(R("gap")) + "</w:tc><w:tc>" + P(R("pad")) + "</w:tc></w:tr></w:tbl>" },
        { "across the edge of a text box", P(R("gap ") + "<w:r><w:drawing><wps:txbx xmlns:wps='x'><w:txbxContent>" + P(R("pad")) + "</w:txbxContent></wps:txbx></w:drawing></w:r>") },
        { "across the edge of a text for a picture", P(R("gap ") + "<w:r><w:drawing><wp:anchor xmlns:wp='x'><wp:docPr descr='pad'/></wp:anchor></w:drawing></w:r>") },
        { "code in a sentence", P(R("A ") + R("gap pad", "<w:rStyle w:val='SourceCode'/>")) },
        { "code in a sentence, by its font", P(R("A ") + R("gap pad", "<w:rFonts w:ascii='Consolas' w:hAnsi='Consolas'/>")) },
        { "code in a sentence, by the font of its style", P(R("A ") + R("gap pad", "<w:rStyle w:val='a3'/>")) },
        { "code in several runs", P(R("x") + R("gap pad", "<w:b/>") + R("gap pad"), "SourceCode") },
        { "code by a style that is based on one", P(R("gap pad"), "a1") },
        { "table of contents", P("<w:hyperlink w:anchor='x'>" + R("The gap pad") + "</w:hyperlink>", "TOC1") },
        { "table of contents of a translated program", P(R("The gap pad"), "Verzeichnis1") },
        { "bookmark", P("<w:bookmarkStart w:name='gap pad'/>" + R("x")) },
        { "title of a picture", P("<w:r><w:drawing><wp:anchor xmlns:wp='x'><wp:docPr name='gap pad' title='gap pad'/></wp:anchor></w:drawing></w:r>") },
        { "bare URL", P(R("See https://example.com/gap-pad/gap-pad here.")) },
        { "snake case", P(R("The my_gap pad_x.")) },
        { "camel case", P(R("The gapPadSize here.")) },
        { "path", P(R("In src/gap-pad/x.md here.")) },
        { "longer word over runs", P(R("The gap pad") + R("ding", "<w:b/>")) },
        { "reading aid", P("<w:r><w:ruby><w:rt>" + R("gap pad") + "</w:rt><w:rubyBase>" + R("x") + "</w:rubyBase></w:ruby></w:r>") },
    };

    [Theory]
    [MemberData(nameof(Unseen))]
    public void That_readers_do_not_see_or_that_are_code_are_not_found(string kind, string body)
    {
        Assert.NotEmpty(kind);
        Assert.Empty(Found.CutOffice(File(body), "a.docx", "gap pad"));
    }

    [Fact]
    public void In_a_document_that_is_all_in_a_font_of_fixed_width_are_found() =>
        Assert.Equal(["0:1:3 gap pad"], Found.CutOffice(OfficeFile.Docx(P(R("A gap pad", "<w:rFonts w:ascii='Courier New'/>"))), "a.docx", "gap pad"));

    [Fact]
    public void Have_the_role_that_their_style_or_table_gives_them()
    {
        var body = P(R("a"), "Heading2") + P(R("b"), "Quote") + P(R("c"), "DefinitionTerm") + P(R("d"), "Definition")
            + "<w:tbl><w:tr><w:tc>" + P(R("e")) + "</w:tc></w:tr></w:tbl>" + "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>" + R("f") + "</w:p>" + P(R("g"));

        Assert.Equal(
            ["Heading", "Quotation", "DefinedTerm", "Definition", "Cell", "Heading", "Paragraph"],
            CommonLanguage.Analysis.Checking.Documents.DocumentReader.Read("a.docx", OfficeFile.Docx(body)).Blocks.Select(block => block.Kind.ToString()));
    }
}
