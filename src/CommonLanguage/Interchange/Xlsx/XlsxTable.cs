using System.Globalization;
using System.Xml;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;

namespace CommonLanguage.Interchange.Xlsx;

/// <summary>The rows of a sheet of an Excel workbook; of a formula its stored value. The sheet is never in memory as a whole.</summary>
sealed class XlsxTable : Table
{
    readonly Workbook workbook;
    readonly XmlReader xml;
    readonly List<object?> row = [];
    int line;
    int width;
    int next;

    XlsxTable(Workbook workbook, XmlReader xml) => (this.workbook, this.xml) = (workbook, xml);

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override int Count => Math.Max(row.Count, width);

    /// <inheritdoc/>
    public override string this[int position] => position >= row.Count ? "" : row[position] switch
    {
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>Opens a workbook at the header of its sheet.</summary>
    /// <param name="file">The bytes; disposed with the table.</param>
    /// <param name="options">What somebody has named.</param>
    /// <exception cref="RefusalException">It is no workbook, too large, or has no such sheet or no header that can be read.</exception>
    public static GlossaryTable Open(Stream file, ReadingOptions options)
    {
        var workbook = Workbook.Open(file);
        try
        {
            var (sheet, xml) = workbook.Sheet(options.Sheet);
            var table = new XlsxTable(workbook, xml);
            var header = Header.Find(table, options)
                ?? throw new RefusalException(
                    ErrorReason.FileEmpty, $"Sheet {Shown.Quoted(sheet)} is empty; a glossary needs a header row with the columns term and definition.");
            var columns = TableColumns.Read(header.Fields, options);
            // A sheet has each of its cells, written or not.
            table.width = columns.Count;
            return new(table, columns, new("XLSX", "", "", header.Line, header.Skipped, columns.Taken) { Sheet = Shown.OneLine(sheet) });
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string Day(int position) => (position >= row.Count ? null : row[position]) switch
    {
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // A cell that was not formatted as a day holds its number.
        double number when workbook.Moment(number) is { } moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => this[position],
    };

    /// <inheritdoc/>
    public override bool Read()
    {
        while (Workbook.Guarded(NextRow))
        {
            while (row.Count > 0 && row[^1] is null or "")
                row.RemoveAt(row.Count - 1);
            if (row.Count > 0)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        xml.Dispose();
        workbook.Dispose();
    }

    bool NextRow()
    {
        row.Clear();
        next = 0;
        while (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" })
        {
            if (!xml.Read())
                return false;
        }

        line = Number(xml.GetAttribute("r")) ?? line + 1;
        var end = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > end)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    ReadCell();
            }
        }

        // The row's end, or the row itself where it is empty: what follows is another.
        _ = xml.Read();
        return true;
    }

    void ReadCell()
    {
        var position = Position(xml.GetAttribute("r")) ?? next;
        next = position + 1;
        var (type, format) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        object? value = null;
        var end = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && xml.Depth > end)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "is" })
                    value = Workbook.TextOf(xml);
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" })
                    value = Value(xml.IsEmptyElement ? "" : Workbook.TextOf(xml), type, format);
            }
        }

        if (value is null or "")
            return;
        if (position >= Limits.ImportColumns)
        {
            throw new RefusalException(
                ErrorReason.TooManyColumns,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {line} has a value in column {position + 1}; at most {Limits.ImportColumns} are read. Leave out what is no part of the glossary."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["count"] = (position + 1).ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportColumns.ToString(CultureInfo.InvariantCulture),
                });
        }

        while (row.Count <= position)
            row.Add(null);
        row[position] = value;
    }

    object? Value(string written, string? type, string? format) => type switch
    {
        "s" => workbook.Text(written),
        "b" => written == "1" ? "TRUE" : "FALSE",
        "str" or "e" => written,
        "d" => DateTime.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ when written.Length == 0 => null,
        _ => AsShown(double.Parse(written, NumberStyles.Float, CultureInfo.InvariantCulture), format),
    };

    object AsShown(double number, string? format) => workbook.Moment(number, format) is { } moment ? moment : number;

    // "B12" stands in the second column.
    static int? Position(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
            return null;
        var column = 0;
        foreach (var letter in cell.AsSpan(0, Math.Min(cell.Length, 4)))
        {
            if (!char.IsAsciiLetter(letter))
                break;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column == 0 ? throw new FormatException("A cell has no column.") : column - 1;
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
