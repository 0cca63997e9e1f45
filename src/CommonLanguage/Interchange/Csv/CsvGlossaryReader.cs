using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Interchange.Csv;

/// <summary>
/// Reads a glossary CSV (RFC 4180, UTF-8 with or without BOM) row by row; the file is never in memory as a whole. What concerns the
/// file is refused by an exception, what concerns a row by the row.
/// </summary>
sealed class CsvGlossaryReader : IDisposable
{
    readonly CsvParser parser;

    CsvGlossaryReader(CsvParser parser, CsvColumns columns)
    {
        this.parser = parser;
        Columns = columns;
    }

    /// <summary>The header.</summary>
    public CsvColumns Columns { get; }

    /// <summary>Opens a file whose bytes have passed <see cref="Utf8Check"/>.</summary>
    /// <exception cref="RefusalException">The header cannot be read.</exception>
    public static CsvGlossaryReader Open(Stream file)
    {
        var parser = new CsvParser(
            new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = ",",
                Mode = CsvMode.RFC4180,
                BadDataFound = bad => throw Unbalanced(bad.Context?.Parser?.RawRow ?? 0),
                MaxFieldSize = Limits.ImportField,
                IgnoreBlankLines = true,
                DetectDelimiter = false,
                ProcessFieldBufferSize = 4_096,
                BufferSize = 64 * 1024,
            });
        try
        {
            return !ReadRecord(parser)
                ? throw new RefusalException(ErrorReason.FileEmpty, "The file is empty; a glossary needs a header row with the columns term and definition.")
                : new(parser, CsvColumns.Read(parser.Record!));
        }
        catch
        {
            parser.Dispose();
            throw;
        }
    }

    /// <summary>The rows, one by one.</summary>
    /// <exception cref="RefusalException">A quote is never closed, or a field is over 1 MB.</exception>
    public IEnumerable<ImportRow> Rows()
    {
        while (true)
        {
            // RawRow counts line ends before the record is read.
            var line = parser.RawRow + 1;
            if (!ReadRecord(parser))
                yield break;
            if (parser.RawRow - line > 0 && LooksUnclosed())
                throw Unbalanced(line);
            if (parser.Count == 1 && parser[0].Length == 0)
                continue;
            yield return Row(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => parser.Dispose();

    static bool ReadRecord(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new RefusalException(
                ErrorReason.FieldTooLarge,
                FormattableString.Invariant($"A field that begins at or before line {parser.RawRow} is over {Limits.ImportField} characters; check whether a quote was never closed."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["line"] = parser.RawRow.ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportField.ToString(CultureInfo.InvariantCulture),
                });
        }
    }

    // A record over several lines whose text does not end in its closing quote: the quote that was opened is never closed.
    bool LooksUnclosed()
    {
        var raw = parser.RawRecord.AsSpan().TrimEnd("\r\n");
        return raw.Count('"') % 2 == 1;
    }

    ImportRow Row(int line)
    {
        var id = Field("id").Trim();
        if (parser.Count != Columns.Count)
        {
            return new(line, id, null, new(
                line,
                ErrorReason.RowRagged,
                FormattableString.Invariant($"The row has {parser.Count} fields, the header {Columns.Count}; put texts with commas in quotes.")));
        }

        try
        {
            if (id.Length > 0)
                id = EntryName.ParseId(id, "id");
            var term = PlainText.Of(Field("term")).ReplaceLineEndings(" ").Replace('\t', ' ');
            var content = new EntryContent(
                [new Term(term, TermForm.FullForm, Status(Field("status").Trim()))],
                PlainText.Of(Field("definition")),
                LanguageTag.Parse(Field("language").Trim(), "language"),
                PlainText.Of(Field("scope_note")),
                Note(),
                PlainText.Of(Field("subject_field")).ReplaceLineEndings(" "),
                PlainText.Of(Field("source")),
                PlainText.Of(Field("replaced_by")).ReplaceLineEndings(" "),
                Days.ParseOptional(Field("valid_from").Trim(), "valid_from"),
                Days.ParseOptional(Field("valid_to").Trim(), "valid_to"));
            return new(line, id, content, TermCharacters.MixesScripts(term)
                ? new(line, ErrorReason.CharacterNotAllowed, $"Term {Shown.Quoted(term)} mixes scripts within a word; check for look-alike letters.", "term", IsRefused: false)
                : null);
        }
        catch (RefusalException refusal)
        {
            return new(line, id, null, new(line, refusal.Reason, refusal.Message, refusal.Field ?? ""));
        }
    }

    string Field(string column)
    {
        var position = Columns[column];
        var text = position >= 0 && position < parser.Count ? parser[position] : "";
        return CsvGlossaryWriter.WithoutGuard(text);
    }

    string Note()
    {
        var note = PlainText.Of(Field("note"));
        foreach (var (position, name) in Columns.Others)
        {
            var value = PlainText.Of(parser[position]).Trim();
            if (value.Length > 0)
                note = $"{note}{(note.Length > 0 ? "\n" : "")}{name}: {value}";
        }

        return note;
    }

    static TermStatus Status(string status) => status.ToLowerInvariant() switch
    {
        "" or "preferred" => TermStatus.Preferred,
        "admitted" => TermStatus.Admitted,
        "deprecated" => TermStatus.Deprecated,
        "superseded" => TermStatus.Superseded,
        _ => throw new RefusalException(
            ErrorReason.ValueUnknown, $"Status {Shown.Quoted(status)} is not known; use preferred, admitted, deprecated or superseded.", "status"),
    };

    static RefusalException Unbalanced(int line) => new(
        ErrorReason.QuoteUnbalanced,
        FormattableString.Invariant($"Line {line} opens a quote that is never closed, or has one inside an unquoted field; write \" inside a quoted field as \"\"."),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["line"] = line.ToString(CultureInfo.InvariantCulture) });
}
