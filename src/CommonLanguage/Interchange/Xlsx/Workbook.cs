using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Xlsx;

/// <summary>
/// An Excel workbook (ECMA-376, part 1, SpreadsheetML): its sheets, its shared texts and which of its cell formats show days. What it
/// unpacks to is bounded, it is read forward only, and nothing it refers to is opened.
/// </summary>
sealed class Workbook : IDisposable
{
    const int MostParts = 10_000;

    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    readonly ZipArchive archive;
    readonly List<string> texts = [];
    readonly List<bool> dayFormats = [];
    readonly ImmutableArray<(string Name, string Part)> sheets;
    readonly bool isFrom1904;

    Workbook(ZipArchive archive)
    {
        this.archive = archive;
        var relations = new Dictionary<string, string>(StringComparer.Ordinal);
        Read("xl/_rels/workbook.xml.rels", xml =>
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                relations[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        });
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        var epoch = false;
        Read("xl/workbook.xml", xml =>
        {
            if (xml.LocalName == "workbookPr")
                epoch = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet" || xml.GetAttribute("name") is not { } name)
                return;
            var id = xml.MoveToFirstAttribute() ? Relation(xml) : null;
            // A sheet of a chart has no cells.
            if (id is not null && relations.TryGetValue(id, out var part) && part.Contains("worksheets", StringComparison.OrdinalIgnoreCase))
                found.Add((name, part));
        });
        (sheets, isFrom1904) = (found.ToImmutable(), epoch);
        Read("xl/sharedStrings.xml", xml =>
        {
            if (xml.LocalName == "si")
                texts.Add(TextOf(xml));
        });
        ReadFormats();
    }

    /// <summary>Opens a workbook.</summary>
    /// <param name="file">The bytes; disposed with the workbook, or when it is refused.</param>
    /// <exception cref="RefusalException">It is none, or cannot be read (FileNotText), or is too large (FileTooLarge).</exception>
    public static Workbook Open(Stream file) => Guarded(() =>
    {
        var archive = Archive(file);
        try
        {
            Check(archive);
            return new Workbook(archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    });

    /// <summary>Finds a sheet.</summary>
    /// <param name="named">Its name, in whatever case; empty = the first.</param>
    /// <exception cref="RefusalException">There is no such sheet (ValueUnknown).</exception>
    public (string Name, XmlReader Xml) Sheet(string named)
    {
        var at = named.Length == 0 ? 0 : sheets.IndexOf(sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, named, StringComparison.OrdinalIgnoreCase)));
        if (at < 0)
        {
            throw Refusals.Unreadable(
                ErrorReason.ValueUnknown,
                $"There is no sheet {Shown.Quoted(named)}; there are {string.Join(", ", sheets.Take(12).Select(sheet => Shown.Quoted(sheet.Name)))}.",
                "sheet",
                named);
        }

        return at < sheets.Length && archive.GetEntry(sheets[at].Part) is { } part
            ? (sheets[at].Name, XmlReader.Create(part.Open(), Settings))
            : throw NotAWorkbook("a workbook without a sheet");
    }

    /// <summary>A text that cells share.</summary>
    /// <exception cref="FormatException">There is none of the number.</exception>
    public string Text(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count
        ? texts[at]
        : throw new FormatException("A cell refers to a text that is not there.");

    /// <summary>The day and time of a number in a cell of a format; null where the format shows no day.</summary>
    public DateTime? Moment(double number, string? format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < dayFormats.Count && dayFormats[at] ? Moment(number) : null;

    /// <summary>The day and time of a number; null for one that stands for none.</summary>
    public DateTime? Moment(double number)
    {
        const double From1900To1904 = 1_462;
        // Excel counts a day that there was not, 1900-02-29.
        const double DayThatWasNot = 60;
        const double LastDay = 2_958_466;
        var day = isFrom1904 ? number + From1900To1904 : number < DayThatWasNot ? number + 1 : number;
        return day is >= 1 and < LastDay ? DateTime.FromOADate(day) : null;
    }

    /// <summary>The text of a shared text or of a cell's own: its runs one after the other, without what says how to pronounce them.</summary>
    /// <param name="xml">The reader, on the element; left at its end.</param>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var end = xml.Depth;
        while (xml.Read() && xml.Depth > end)
        {
            while (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                xml.Skip();
            if (xml.Depth <= end)
                break;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                _ = text.Append(xml.Value);
        }

        return Unescaped(text.ToString());
    }

    /// <summary>A text without its escapes: _x0041_ is a character (ECMA-376, part 1, 22.9.2.19).</summary>
    public static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at) is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var character))
            {
                _ = plain.Append((char)character);
                at += 6;
            }
            else
            {
                _ = plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>Reads something of a workbook; what a damaged or hostile one leads to is one thing to the person.</summary>
    /// <exception cref="RefusalException">It cannot be read (FileNotText).</exception>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or FormatException or ArgumentException)
        {
            throw NotAWorkbook("a damaged Excel workbook");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    static ZipArchive Archive(Stream file)
    {
        try
        {
            return new(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException)
        {
            throw NotAWorkbook("a ZIP archive that is cut off or damaged");
        }
    }

    static void Check(ZipArchive archive)
    {
        var names = archive.Entries.Take(MostParts + 1).Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!names.Contains("xl/workbook.xml"))
            throw NotAWorkbook(KindOf(names));
        // What is unpacked ends where the archive says that it does.
        if (names.Count > MostParts || archive.Entries.Sum(entry => (decimal)entry.Length) > Limits.UnpackedFile)
        {
            throw new RefusalException(
                ErrorReason.FileTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The workbook unpacks to over {Limits.UnpackedFile / 1024 / 1024} MiB; leave out pictures and other sheets, or split it."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["limit"] = Limits.UnpackedFile.ToString(CultureInfo.InvariantCulture),
                });
        }
    }

    static RefusalException NotAWorkbook(string found) => new(
        ErrorReason.FileNotText,
        $"The file is {found}, neither CSV nor an Excel workbook (.xlsx); save it as one of these and import that.",
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = found });

    static string KindOf(HashSet<string> names) =>
        names.Contains("xl/workbook.bin") ? "a binary Excel workbook (.xlsb)"
        : names.Contains("word/document.xml") ? "a Word document"
        : names.Contains("ppt/presentation.xml") ? "a PowerPoint presentation"
        : names.Contains("content.xml") && names.Contains("mimetype") ? "an OpenDocument file"
        : "a ZIP archive";

    // The namespace of the relation differs between the transitional and the strict form.
    static string? Relation(XmlReader xml)
    {
        do
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
                return xml.Value;
        }
        while (xml.MoveToNextAttribute());
        return null;
    }

    void ReadFormats()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var isCell = false;
        Read("xl/styles.xml", xml =>
        {
            switch (xml.LocalName)
            {
                case "numFmt" when xml.GetAttribute("numFmtId") is { } id:
                    codes[id] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "cellStyleXfs" or "cellXfs" or "cellStyles" or "dxfs":
                    isCell = xml.LocalName == "cellXfs";
                    break;
                case "xf" when isCell:
                    var format = xml.GetAttribute("numFmtId") ?? "";
                    dayFormats.Add(codes.TryGetValue(format, out var code) ? ShowsDay(code) : IsDay(format));
                    break;
                default:
                    break;
            }
        });
    }

    // ECMA-376, part 1, 18.8.30: the formats that each workbook has; 27 to 36 and 50 to 58 are those of East Asia.
    static bool IsDay(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    /// <summary>Whether a format shows a year or a day, outside of quoted texts, escapes and brackets.</summary>
    static bool ShowsDay(string code)
    {
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '"' or '[':
                    at = code.IndexOf(code[at] == '[' ? ']' : '"', at + 1) is >= 0 and var end ? end : code.Length;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'Y' or 'd' or 'D':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Goes through the elements of a part; nothing where the workbook does not have it.</summary>
    void Read(string part, Action<XmlReader> element)
    {
        if (archive.GetEntry(part) is not { } entry)
            return;
        using var xml = XmlReader.Create(entry.Open(), Settings);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                element(xml);
        }
    }
}
