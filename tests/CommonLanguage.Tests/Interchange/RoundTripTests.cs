using System.Collections.Immutable;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Tests.Rig;
using CsCheck;

namespace CommonLanguage.Tests.Interchange;

public sealed class RoundTripTests
{
    static readonly Gen<string> Piece = Gen.OneOfConst(
        "=1+1", "+", "-", "@SUM(A1)", "'", "''", "'=x", "\"", "\"\"", ",", ";", "\n", "\n\n", "a", "incident", " ", "  ", "\u00A0", "<b>", "</p>", "<name>", "<br>", "<!-- x -->", "&", "&amp;", "&amp;lt;", "&lt;b&gt;", "&nbsp;",
        "&#233;", "&;", "R&D", "caf\u00E9", "\u0301", "\U0001F600", "\u05E9\u05DC\u05D5\u05DD", "\u4E2D", "|", "\\", "#", "%", "<", ">", "< b", "https://example.org/?a=1&b=2", "\u2028", "_x0041_", "_x005F_x0042_x0043_", "_x", "1", "1e5", "TRUE");

    static readonly Gen<string> Text = Piece.Array[1, 8].Select(pieces => "x" + string.Concat(pieces));
    static readonly Gen<string> Line = Text.Select(text => text.ReplaceLineEndings(" "));

    static readonly Gen<Term> Words = Gen.Select(
        Gen.OneOf(Line, Line.Select(l => l[1..] + "x")), Gen.Enum<TermForm>(), Gen.Enum<TermStatus>(), Gen.OneOfConst(null, "fr", "zh-Hant"),
        (word, form, status, language) => new Term(word, form, status, language is null ? null : LanguageTag.Parse(language, "l")));

    static readonly Gen<ImmutableArray<Term>> Terms = Words.Array[1, 4].Select(terms =>
        terms.DistinctBy(term => (term.Text, term.Form, term.Language)).ToImmutableArray());

    static readonly Gen<(DateOnly?, DateOnly?)> Validity = Gen.OneOfConst<(DateOnly?, DateOnly?)>(
        (null, null), (new(2020, 1, 1), null), (null, new(2030, 12, 31)), (new(2020, 1, 1), new(2020, 1, 2)));

    static readonly Gen<EntryContent> Content = Gen.Select(
        Gen.Select(Terms, Gen.OneOf(Text, Text.Select(t => t[1..] + "x")), Validity, Gen.OneOfConst("", "organisations/b/entries/e.1")),
        Gen.Select(Gen.OneOf(Text, Gen.Const("")), Gen.OneOf(Text, Gen.Const("")), Gen.OneOf(Line, Gen.Const("")), Gen.OneOf(Line.Select(l => "zz" + l), Gen.Const(""))),
        (what, more) => new EntryContent(
            what.Item1, what.Item2, LanguageTag.Parse("nl-BE", "l"), more.Item1, more.Item2, more.Item3, more.Item3.Length > 0 ? "ISO, \"1\" & <2>" : "",
            more.Item4.Length > 0 || what.Item1.All(term => term.Text == what.Item1[^1].Text) ? more.Item4 : what.Item1[^1].Text,
            what.Item3.Item1, what.Item3.Item2, what.Item4));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task What_is_exported_is_imported_letter_by_letter(bool isWorkbook) => Content.Array[1, 6].SampleAsync(
        async contents =>
        {
            await using var engine = await Engine.StartAsync();
            await engine.AddPartnersAsync("a");
            foreach (var content in contents)
                _ = await engine.AddAsync("a", content);
            var file = isWorkbook ? await engine.ExportXlsxAsync("a") : await engine.ExportAsync("a");

            var again = await engine.ImportAsync("a", file);
            _ = await engine.ImportAsync("b", file);

            Assert.Empty(again.Problems);
            Assert.Equal((0, 0, contents.Length, 0), (again.Added, again.Changed, again.Unchanged, again.Refused));
            Assert.Equal(await ContentsAsync(engine, 1), await ContentsAsync(engine, 2));
        },
        iter: 40, threads: 2);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("'=1")]
    public async Task A_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string text)
    {
        await using var engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", new EntryContent([new Term(text)], text, LanguageTag.English, text, text, text, text, text));

        using var csv = new CsvHelper.CsvParser(new StringReader(Encoding.UTF8.GetString(await engine.ExportAsync("a"))), System.Globalization.CultureInfo.InvariantCulture);
        _ = csv.Read();
        _ = csv.Read();

        Assert.Equal(7, csv.Record!.Count(cell => cell == "'" + text));
        Assert.DoesNotContain(csv.Record!, cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_holds_every_live_entry_once_by_term()
    {
        await using var engine = await Engine.StartAsync();
        _ = await engine.ImportAsync("a", "id,term,definition\n" + string.Concat(Enumerable.Range(0, 1_203).Select(i => $"e{i},term {i % 401:D4},d{i}\n")));
        _ = await engine.ArchiveAsync("a", "e7");
        _ = await engine.ChangeAsync("a", "e8", Engine.Content("zz last", "d"));

        var file = await engine.ExportAsync("a");

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("term,definition,language,source,status,replaced_by,note,subject_field,id,scope_note,valid_from,valid_to,form,term_language,adopts", lines[0]);
        Assert.Equal(1_202, lines.Skip(1).Distinct().Count());
        Assert.Equal(1_203, lines.Length);
        Assert.StartsWith("zz last,", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_organisation_cannot_be_exported()
    {
        await using var engine = await Engine.StartAsync();

        Assert.Equal(ErrorReason.OrganisationNotFound, (await Assert.ThrowsAsync<RefusalException>(() => engine.ExportAsync("nobody"))).Reason);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("R&D", "R&D")]
    [InlineData("a &amp; b", "a & b")]
    [InlineData("&amp;lt;p&amp;gt;", "<p>")]
    [InlineData("<p>one</p><p>two</p>", "one\ntwo")]
    [InlineData("one<br/>two", "one\ntwo")]
    [InlineData("a <b class=\"x\">bold</b> word", "a bold word")]
    [InlineData("if a < b and c > d", "if a < b and c > d")]
    [InlineData("<name> of the <party>", "<name> of the <party>")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("a<!-- hidden -->b", "ab")]
    [InlineData("a&nbsp;b", "a b")]
    [InlineData("<a href=\"x>y\">link</a>", "link")]
    [InlineData("unclosed <b", "unclosed <b")]
    public void Markup_is_decoded_and_what_only_looks_like_it_stays(string text, string plain) => Assert.Equal(plain, PlainText.Of(text).Trim());

    static async Task<List<EntryContent>> ContentsAsync(Engine engine, int organisation) =>
        [.. (await engine.Reader.ReadEntriesAsync(organisation, "", 0, 1_000, CancellationToken.None)).Select(revision => revision.Content)];
}
