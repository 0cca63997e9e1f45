using System.IO.Compression;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Glossaries in Excel workbooks.</summary>
public sealed class WorkbookTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_sheet_is_read_with_its_titles_days_numbers_and_values_of_formulas()
    {
        var file = await WorkbookAsync(async book =>
        {
            await book.StartWorksheetAsync("Our words");
            await book.AddRowAsync([Text("Terms of ACME Ltd., version 3")]);
            await book.AddRowAsync([]);
            await book.AddRowAsync([Text("Begriff"), Text("Bedeutung"), Text("Valid from"), Text("valid_to"), Text("Source"), Text("Limit"), Text("Checked"), Text("id")]);
            await book.AddRowAsync(
            [
                Text("incident"), Text("An event that\nstops a service."), new(new DateTime(2026, 1, 31)), new(46419.5), Text("'quoted"), new(0.1), new(true), Text("e"),
            ]);
            await book.AddRowAsync([new(new Formula("A4&\"-free\""), "incident-free"), Text("-1 is below zero")]);
            await book.StartWorksheetAsync("Read me");
            await book.AddRowAsync([Text("term"), Text("definition")]);
            await book.AddRowAsync([Text("other"), Text("Of another sheet.")]);
        });

        var report = await engine.ImportAsync("a", file);

        Assert.Equal((2, 0), (report.Added, report.ProblemCount));
        Assert.Equal(("XLSX", "Our words", 3, 1), (report.Reading.Format, report.Reading.Sheet, report.Reading.HeaderLine, report.Reading.SkippedRows));
        Assert.Equal(
            new EntryContent(
                [new Term("incident")], "An event that\nstops a service.", LanguageTag.English, note: "Limit: 0.1\nChecked: TRUE", source: "'quoted",
                validFrom: new(2026, 1, 31), validTo: new(2027, 2, 1)),
            (await engine.CurrentAsync("a", "e"))!.Content);
        Assert.Equal("-1 is below zero", Assert.Single((await engine.LookUpAsync("incident-free")).Meanings).Definition);
        var other = await engine.ImportAsync("a", file, reading: new() { Sheet = "read me" });
        Assert.Equal((1, "Read me"), (other.Added, other.Reading.Sheet));
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file, reading: new() { Sheet = "Sheet 3" }));
        Assert.Equal((ErrorReason.ValueUnknown, "sheet"), (refusal.Reason, refusal.Field));
        Assert.Contains("'Read me'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_named_by_its_number_in_the_sheet()
    {
        var report = await engine.ImportAsync("a", await SheetAsync(["term", "definition"], ["", ""], ["one", "d"], ["", "d"]));

        Assert.Equal((4, ErrorReason.ValueMissing), (Assert.Single(report.Problems).Line, report.Problems[0].Reason));
    }

    [Fact]
    public async Task Texts_that_look_like_formulas_are_written_as_texts()
    {
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", "=HYPERLINK(\"http://x\")", "@SUM(A1)");

        using var archive = new ZipArchive(new MemoryStream(await engine.ExportXlsxAsync("a")));
        using var text = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = await text.ReadToEndAsync();

        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Contains("autoFilter", sheet, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml", "a Word document")]
    [InlineData("xl/workbook.bin", "a binary Excel workbook (.xlsb)")]
    [InlineData("ppt/presentation.xml", "a PowerPoint presentation")]
    [InlineData("readme.txt", "a ZIP archive")]
    public async Task An_archive_that_is_no_workbook_is_named(string part, string found)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", Archive((part, "text"u8.ToArray()))));

        Assert.Equal((ErrorReason.FileNotText, found), (refusal.Reason, refusal.Metadata["found"]));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_refused_unread()
    {
        var zeros = new byte[8 * 1024 * 1024];
        var file = Archive([.. Enumerable.Range(0, 65).Select(i => ($"xl/{(i == 0 ? "workbook.xml" : $"part{i}")}", zeros))]);

        Assert.InRange(file.Length, 1, 1024 * 1024);
        Assert.Equal(ErrorReason.FileTooLarge, (await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file))).Reason);
    }

    [Theory]
    [InlineData("<dimension ref=\"A1:XFD1048576\"/>", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row><row r=\"1048576\"/>", ErrorReason.ColumnMissing)]
    [InlineData("", "<row><c r=\"GS1\" t=\"str\"><v>x</v></c></row>", ErrorReason.TooManyColumns)]
    [InlineData("", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", ErrorReason.FileNotText)]
    [InlineData("", "<row r=\"1\"><c r=\"A1\"", ErrorReason.FileNotText)]
    [InlineData("", "", ErrorReason.FileEmpty)]
    public async Task A_hostile_or_damaged_sheet_is_refused(string dimension, string rows, ErrorReason reason)
    {
        var file = Replaced(await SheetAsync(["term", "definition"], ["one", "d"]), "xl/worksheets/sheet1.xml",
            $"<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{dimension}<sheetData>{rows}</sheetData></worksheet>");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file));

        Assert.True(reason == refusal.Reason, $"{refusal.Reason}: {refusal.Message}");
        Assert.Empty(await engine.ChangesAsync());
    }

    [Fact]
    public async Task Entities_of_a_sheet_are_not_opened()
    {
        var file = Replaced(
            await SheetAsync(["term", "definition"], ["one", "d"]), "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>term&e;</t></is></c></row></sheetData></worksheet>");

        Assert.Equal(ErrorReason.FileNotText, (await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file))).Reason);
    }

    static Cell Text(string text) => new(text);

    static Task<byte[]> SheetAsync(params string[][] rows) => WorkbookAsync(async book =>
    {
        await book.StartWorksheetAsync("Sheet1");
        foreach (var row in rows)
            await book.AddRowAsync(Array.ConvertAll(row, Text));
    });

    static async Task<byte[]> WorkbookAsync(Func<Spreadsheet, Task> write)
    {
        using var file = new MemoryStream();
        await using (var book = await Spreadsheet.CreateNewAsync(file))
        {
            await write(book);
            await book.FinishAsync();
        }

        return file.ToArray();
    }

    static byte[] Archive(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    static byte[] Replaced(byte[] workbook, string part, string content)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var written = archive.CreateEntry(part).Open();
            written.Write(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }
}
