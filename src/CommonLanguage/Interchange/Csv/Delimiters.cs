using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;

namespace CommonLanguage.Interchange.Csv;

/// <summary>Finds out by which character a file is separated: the one somebody named, that of its "sep=" line, or the one that makes a header.</summary>
static class Delimiters
{
    const int LongestHint = 16;

    static readonly char[] Usual = [',', ';', '\t', '|'];

    /// <summary>Opens a file at its header.</summary>
    /// <param name="open">Opens the bytes anew.</param>
    /// <param name="encoding">What they are read by.</param>
    /// <param name="options">What somebody has named.</param>
    /// <exception cref="RefusalException">The file has no header that can be read.</exception>
    public static GlossaryTable Open(Func<Stream> open, Encoding encoding, ReadingOptions options)
    {
        var named = Parse(options.Delimiter);
        var hint = Hint(open, encoding);
        char[] tried = named is { } one ? [one] : hint is { } said ? [said] : Usual;
        Header? best = null;
        var chosen = tried[0];
        RefusalException? unreadable = null;
        foreach (var delimiter in tried)
        {
            Header? header = null;
            try
            {
                using var table = Table(open, encoding, delimiter, hint is not null);
                header = Header.Find(table, options);
            }
            catch (RefusalException refusal)
            {
                // What cannot be read as the one may be readable as another.
                if (delimiter == tried[0])
                    unreadable = refusal;
            }

            if (header is not null && (best is null || IsBetter(header, best)))
                (best, chosen) = (header, delimiter);
            if (best is { IsFound: true, Skipped: 0 })
                break;
        }

        if (best is not { IsFound: true } && TextFormat.Refusal(open(), encoding) is { } other)
            throw other;
        if (best is not { IsFound: true } && unreadable is not null)
            throw unreadable;
        if (best is null)
            throw new RefusalException(ErrorReason.FileEmpty, "The file is empty; a glossary needs a header row with the columns term and definition.");
        if (!best.IsFound && Unusual(best.Fields[0], options) is { } found)
        {
            throw new RefusalException(
                ErrorReason.SeparatorInvalid,
                $"The fields are separated by '{found}'; name it (--delimiter), or save the file as CSV with commas (RFC 4180).",
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = found.ToString() });
        }

        var columns = TableColumns.Read(best.Fields, options);
        var opened = Table(open, encoding, chosen, hint is not null);
        try
        {
            _ = Header.Find(opened, options);
            return new(opened, columns, new(
                "CSV", NameOf(encoding), chosen.ToString(), best.Line, best.Skipped, columns.Taken));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The name of an encoding as a report says it.</summary>
    public static string NameOf(Encoding encoding) => encoding.WebName is "utf-8" ? "UTF-8" : encoding.WebName;

    /// <summary>A separator that somebody named; null for an empty one.</summary>
    /// <exception cref="RefusalException">It can be none (SeparatorInvalid).</exception>
    public static char? Parse(string named) => named switch
    {
        "" => null,
        "tab" or "\\t" => '\t',
        [var c] when !char.IsLetterOrDigit(c) && c is not ('"' or '\r' or '\n') => c,
        _ => throw new RefusalException(
            ErrorReason.SeparatorInvalid,
            $"{Shown.Quoted(named)} cannot separate fields; name one character that is no letter, digit or quote, or tab.",
            "delimiter",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = named.Length <= 20 ? named : named[..20] }),
    };

    static CsvTable Table(Func<Stream> open, Encoding encoding, char delimiter, bool hasHint)
    {
        var table = new CsvTable(open(), encoding, delimiter);
        try
        {
            if (hasHint)
                _ = table.Read();
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    static bool IsBetter(Header header, Header best) =>
        header.IsFound != best.IsFound ? header.IsFound
        : header.IsFound && header.Skipped != best.Skipped ? header.Skipped < best.Skipped
        : header.Fields.Length > best.Fields.Length;

    // Excel writes and reads a first line such as sep=; that says what separates the rest.
    static char? Hint(Func<Stream> open, Encoding encoding)
    {
        using var text = new StreamReader(open(), encoding, detectEncodingFromByteOrderMarks: false);
        var start = new char[LongestHint];
        ReadOnlySpan<char> first;
        try
        {
            first = start.AsSpan(0, text.ReadBlock(start, 0, start.Length));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var end = first.IndexOfAny('\r', '\n');
        if (end < 0)
            return null;
        var line = first[..end].Trim('"');
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5 ? line[4] : null;
    }

    static char? Unusual(string header, ReadingOptions options)
    {
        foreach (var c in header.Where(c => !char.IsLetterOrDigit(c) && c is not (' ' or '_' or '-')).Distinct())
        {
            if (TableColumns.IsHeader(header.Split(c), options))
                return c;
        }

        return null;
    }
}
