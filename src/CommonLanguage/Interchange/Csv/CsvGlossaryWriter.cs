using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Interchange.Csv;

/// <summary>
/// Writes a glossary as CSV that this service reads back as it was. Cells that a spreadsheet would take for a formula get an
/// apostrophe in front (OWASP, "CSV Injection"), which reading takes off again.
/// </summary>
static class CsvGlossaryWriter
{
    /// <summary>The header row, with the byte order mark that spreadsheets need to see UTF-8.</summary>
    public static byte[] WriteHeader() => [0xEF, 0xBB, 0xBF, .. Write(writer => Fields(writer, GlossaryRows.Header))];

    /// <summary>The rows of some entries.</summary>
    public static byte[] WriteRows(IEnumerable<Revision> revisions) => Write(writer =>
    {
        foreach (var row in revisions.SelectMany(GlossaryRows.Of))
            Fields(writer, row);
    });

    static byte[] Write(Action<CsvWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = IsQuoted }))
            write(writer);
        return bytes.ToArray();
    }

    // Where the line end is set, CsvHelper quotes a text for that one only.
    static bool IsQuoted(ShouldQuoteArgs field) =>
        field.Field is { Length: > 0 } text && (text.AsSpan().IndexOfAny("\",\r\n") >= 0 || text[0] == ' ' || text[^1] == ' ');

    static void Fields(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            writer.WriteField(Guarded(field));
        writer.NextRecord();
    }

    /// <summary>The text of a cell, without the apostrophe that <see cref="Guarded"/> put in front.</summary>
    public static string WithoutGuard(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    public static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    static bool IsFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
