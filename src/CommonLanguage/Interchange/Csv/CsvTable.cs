using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Interchange.Csv;

/// <summary>The rows of a CSV file (RFC 4180); the file is never in memory as a whole.</summary>
sealed class CsvTable : Table
{
    readonly RecordReader text;
    readonly CsvParser parser;
    int line;
    bool isBad;

    /// <summary>Opens a file whose bytes have passed <see cref="FileCheck"/>.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="encoding">What they are read by.</param>
    /// <param name="delimiter">What separates the fields.</param>
    public CsvTable(Stream file, Encoding encoding, char delimiter)
    {
        text = new RecordReader(file, encoding);
        parser = new CsvParser(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter.ToString(),
                Mode = CsvMode.RFC4180,
                BadDataFound = _ => isBad = true,
                MaxFieldSize = Limits.ImportField,
                IgnoreBlankLines = true,
                DetectDelimiter = false,
                ProcessFieldBufferSize = 4_096,
                BufferSize = 64 * 1024,
            });
    }

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override int Count => parser.Count;

    /// <inheritdoc/>
    public override string this[int position]
    {
        get
        {
            isBad = false;
            var field = parser[position];
            return isBad ? throw Unbalanced(line) : CsvGlossaryWriter.WithoutGuard(field);
        }
    }

    /// <inheritdoc/>
    public override bool Read()
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
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A field that begins at or after line {before + 1} is over {Limits.ImportField} characters; check whether a quote was never closed."),
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

    /// <inheritdoc/>
    public override void Dispose()
    {
        parser.Dispose();
        text.Dispose();
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

    static RefusalException Unbalanced(int line) => new(
        ErrorReason.QuoteUnbalanced,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Line {line} opens a quote that is never closed, or has one inside an unquoted field; write \" inside a quoted field as \"\"."),
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["line"] = line.ToString(CultureInfo.InvariantCulture) });
}
