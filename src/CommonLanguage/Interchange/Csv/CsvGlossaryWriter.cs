using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Interchange.Csv;

/// <summary>
/// Writes a glossary as CSV that this service reads back as it was. Cells that a spreadsheet would take for a formula get an
/// apostrophe in front (OWASP, "CSV Injection"), which reading takes off again.
/// </summary>
static class CsvGlossaryWriter
{
    static readonly string[] Header =
    [
        "term", "definition", "language", "source", "status", "replaced_by", "note", "subject_field", "id", "scope_note", "valid_from", "valid_to",
        "form", "term_language", "adopts",
    ];

    /// <summary>The header row, with the byte order mark that spreadsheets need to see UTF-8.</summary>
    public static byte[] WriteHeader() => [0xEF, 0xBB, 0xBF, .. Write(writer => Fields(writer, Header))];

    /// <summary>Some rows: one for each term of an entry, joined by the entry's id.</summary>
    public static byte[] WriteRows(IEnumerable<Revision> revisions) => Write(writer =>
    {
        foreach (var revision in revisions)
        {
            var content = revision.Content;
            // A word is not replaced by itself: the entry's other rows say by what.
            var isOwn = content.Terms.Any(term => term.Text != content.ReplacedBy);
            foreach (var term in content.Terms)
            {
                Fields(
                    writer,
                    Cell(term.Text), Cell(content.Definition), content.Language.Value, Cell(content.Source), term.Status.ToString().ToLowerInvariant(),
                    isOwn && term.Text == content.ReplacedBy ? "" : Cell(content.ReplacedBy), Cell(content.Note), Cell(content.SubjectField),
                    revision.EntryId, Cell(content.ScopeNote),
                    Day(content.ValidFrom), Day(content.ValidTo), FormWords.Of(term.Form), term.Language?.Value ?? "", content.Adopts);
            }
        }
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

    static void Fields(CsvWriter writer, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            writer.WriteField(field);
        writer.NextRecord();
    }

    /// <summary>The text of a cell, without the apostrophe that <see cref="Cell"/> put in front.</summary>
    public static string WithoutGuard(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    public static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The cell for a text.</summary>
    static string Cell(string text) => Guarded(PlainText.Encode(text));

    static bool IsFormula(string text) => text.TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
