using System.Globalization;
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
    readonly RecordReader text;
    readonly CsvParser parser;
    int line;

    CsvGlossaryReader(Stream file)
    {
        text = new RecordReader(file);
        parser = new CsvParser(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = ",",
                Mode = CsvMode.RFC4180,
                BadDataFound = _ => throw Unbalanced(line),
                MaxFieldSize = Limits.ImportField,
                IgnoreBlankLines = true,
                DetectDelimiter = false,
                ProcessFieldBufferSize = 4_096,
                BufferSize = 64 * 1024,
            });
    }

    /// <summary>The header.</summary>
    public CsvColumns Columns { get; private set; } = null!;

    /// <summary>Opens a file whose bytes have passed <see cref="Utf8Check"/>.</summary>
    /// <exception cref="RefusalException">The header cannot be read.</exception>
    public static CsvGlossaryReader Open(Stream file)
    {
        var reader = new CsvGlossaryReader(file);
        try
        {
            if (!reader.ReadRecord())
                throw new RefusalException(ErrorReason.FileEmpty, "The file is empty; a glossary needs a header row with the columns term and definition.");
            reader.Columns = CsvColumns.Read(reader.parser.Record!);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The rows, one by one.</summary>
    /// <exception cref="RefusalException">A quote is never closed, or a field is over 1 MB.</exception>
    public IEnumerable<ImportRow> Rows()
    {
        while (ReadRecord())
        {
            if (parser.Count > 1 || parser[0].Length > 0)
                yield return Row();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        parser.Dispose();
        text.Dispose();
    }

    /// <summary>Goes to the next record, and finds out in which line it begins.</summary>
    bool ReadRecord()
    {
        var before = parser.RawRow;
        try
        {
            if (!parser.Read())
                return false;
        }
        catch (MaxFieldSizeException)
        {
            throw new RefusalException(
                ErrorReason.FieldTooLarge,
                FormattableString.Invariant($"A field that begins at or after line {before + 1} is over {Limits.ImportField} characters; check whether a quote was never closed."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["line"] = (before + 1).ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportField.ToString(CultureInfo.InvariantCulture),
                });
        }

        // The parser counts the line a record ends in; blank lines and lines inside quotes lie before that.
        line = parser.RawRow;
        if (line > before + 1)
        {
            var raw = parser.RawRecord.AsSpan();
            var isUnclosed = raw.Count('"') % 2 == 1;
            line -= LineBreaks(isUnclosed ? raw : raw.TrimEnd("\r\n"));
            if (isUnclosed)
                throw Unbalanced(line);
        }

        text.EndRecord(parser.RawRow + 1);
        return true;
    }

    static int LineBreaks(ReadOnlySpan<char> raw)
    {
        var breaks = raw.Count('\n');
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n'))
                breaks++;
        }

        return breaks;
    }

    ImportRow Row()
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
            var written = Field("status").Trim();
            var (status, isExact) = StatusWords.Read(written);
            var content = new EntryContent(
                [new Term(term, TermForm.FullForm, status)],
                PlainText.Of(Field("definition")),
                LanguageTag.Parse(Field("language").Trim(), "language"),
                PlainText.Of(Field("scope_note")),
                isExact ? Note() : With(Note(), "status", written),
                PlainText.Of(Field("subject_field")).ReplaceLineEndings(" "),
                PlainText.Of(Field("source")),
                PlainText.Of(Field("replaced_by")).ReplaceLineEndings(" "),
                Days.ParseOptional(Field("valid_from").Trim(), "valid_from"),
                Days.ParseOptional(Field("valid_to").Trim(), "valid_to"));
            return new(line, id, content, TermCharacters.MixesScripts(term)
                ? new(line, ErrorReason.CharacterNotAllowed, $"Term {Shown.Quoted(term)} mixes scripts within a word; check for look-alike letters.", "term", IsRefused: false)
                : null);
        }
        catch (RefusalException refusal) when (refusal.Reason != ErrorReason.QuoteUnbalanced)
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
                note = With(note, name, value);
        }

        return note;
    }

    static string With(string note, string name, string value) => $"{note}{(note.Length > 0 ? "\n" : "")}{name}: {value}";

    static RefusalException Unbalanced(int line) => new(
        ErrorReason.QuoteUnbalanced,
        FormattableString.Invariant($"Line {line} opens a quote that is never closed, or has one inside an unquoted field; write \" inside a quoted field as \"\"."),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["line"] = line.ToString(CultureInfo.InvariantCulture) });
}
