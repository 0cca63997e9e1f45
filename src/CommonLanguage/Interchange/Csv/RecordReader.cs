using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Csv;

/// <summary>The text of a file, as long as no single record of it goes on for ever: a line of commas alone would fill the memory.</summary>
sealed class RecordReader(Stream file, Encoding encoding) : TextReader
{
    const int LongestRecord = 2 * Limits.ImportField;

    readonly StreamReader text = new(file, encoding, detectEncodingFromByteOrderMarks: false);
    int length;

    /// <summary>The line after the last record.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Says that a record has been read.</summary>
    public void EndRecord(int line) => (length, Line) = (0, line);

    public override int Read(char[] buffer, int index, int count)
    {
        int read;
        try
        {
            read = text.Read(buffer, index, count);
        }
        catch (DecoderFallbackException)
        {
            throw new RefusalException(
                ErrorReason.EncodingInvalid,
                FormattableString.Invariant($"At or after line {Line} stand bytes that are not {encoding.WebName}; name the encoding, or save the file as UTF-8."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["line"] = Line.ToString(CultureInfo.InvariantCulture),
                    ["found"] = encoding.WebName,
                });
        }

        length += read;
        if (length <= LongestRecord)
            return read;
        throw new RefusalException(
            ErrorReason.FieldTooLarge,
            FormattableString.Invariant($"The row that begins at line {Line} is over {LongestRecord} characters; check whether a quote was never closed, or the line breaks are missing."),
            metadata: new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["line"] = Line.ToString(CultureInfo.InvariantCulture),
                ["limit"] = LongestRecord.ToString(CultureInfo.InvariantCulture),
            });
    }

    public override int Read() => throw new NotSupportedException();

    public override int Peek() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }
}
