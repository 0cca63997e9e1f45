using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Interchange.Tables;

namespace CommonLanguage.Interchange.Tbx;

/// <summary>
/// The terms of a TBX file (ISO 30042:2019 and 2008, TBX-Min of 2013) as rows: one for each term, joined by the entry's id. The file is
/// read forward, an entry at a time; a document type is passed over and nothing it refers to is opened.
/// </summary>
sealed class TbxTable : Table
{
    static readonly string[] Header =
        ["id", "term", "definition", "language", "term_language", "status", "form", "source", "subject_field", "note"];

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Limits.ImportFile,
        CloseInput = true,
    };

    const int MostDepth = 100;
    const int MostElements = 20_000;

    readonly XmlReader xml;
    readonly Queue<string[]> rows = new();
    readonly Dictionary<string, int> given = new(StringComparer.Ordinal);
    string language = "en";
    string[] row = Header;
    int line = 1;

    TbxTable(XmlReader xml) => this.xml = xml;

    /// <inheritdoc/>
    public override int Line => line;

    /// <inheritdoc/>
    public override int Count => row.Length;

    /// <inheritdoc/>
    public override string this[int position] => row[position];

    /// <summary>Opens a file.</summary>
    /// <param name="open">Opens the bytes anew.</param>
    /// <param name="encoding">What they are read by.</param>
    /// <exception cref="RefusalException">It cannot be read (FileNotText), or has an entry that is too large (FieldTooLarge).</exception>
    public static GlossaryTable Open(Func<Stream> open, Encoding encoding)
    {
        using (var whole = Reader(open(), encoding))
            _ = Guarded(() => Check(whole));
        var columns = TableColumns.Read(Header, ReadingOptions.Found);
        return new(new TbxTable(Reader(open(), encoding)), columns, new("TBX", Delimiters.NameOf(encoding), "", 0, 0, []));
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        while (rows.Count == 0)
        {
            if (!Guarded(ReadEntry))
                return false;
        }

        row = rows.Dequeue();
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => xml.Dispose();

    static XmlReader Reader(Stream file, Encoding encoding) =>
        XmlReader.Create(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false), Settings);

    static bool Guarded(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw new RefusalException(
                ErrorReason.FileNotText,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This is TBX that cannot be read from line {fault.LineNumber} on ({Shown.OneLine(fault.Message)}); mend it, or export it anew."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = "damaged TBX" });
        }
    }

    // An entry is held as a whole: one that is large or deep beyond reason is refused before.
    static bool Check(XmlReader xml)
    {
        var (characters, elements, start) = (0L, 0, 1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && TbxEntry.IsEntry(xml.LocalName))
                (characters, elements, start) = (0, 0, ((IXmlLineInfo)xml).LineNumber);
            elements += xml.NodeType == XmlNodeType.Element ? 1 : 0;
            characters += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? xml.Value.Length : 0;
            if (xml.Depth <= MostDepth && elements <= MostElements && characters <= Limits.ImportField)
                continue;
            throw new RefusalException(
                ErrorReason.FieldTooLarge,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The entry that begins at line {start} is over {Limits.ImportField} characters or {MostElements} elements, or {MostDepth} deep."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["line"] = start.ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportField.ToString(CultureInfo.InvariantCulture),
                });
        }

        return true;
    }

    bool ReadEntry()
    {
        while (xml.NodeType != XmlNodeType.Element || !TbxEntry.IsEntry(xml.LocalName))
        {
            if (xml is { NodeType: XmlNodeType.Element, Depth: 0 } && xml.GetAttribute("xml:lang") is { Length: > 0 } tag)
                language = TbxEntry.Tag(tag);
            if (!xml.Read())
                return false;
        }

        line = ((IXmlLineInfo)xml).LineNumber;
        var entry = new TbxEntry((XElement)XNode.ReadFrom(xml), language);
        var id = entry.Id.Length > 0 ? entry.Id : GivenId(entry.FirstTerm);
        foreach (var term in entry.Terms())
        {
            rows.Enqueue(
            [
                id, term.Text, entry.Definition, entry.Language, term.Language, term.Status, term.Form, entry.Source, entry.SubjectField, term.Note,
            ]);
        }

        return true;
    }

    // An entry without an id is known again by its first word, and by how many had the same before it.
    string GivenId(string term)
    {
        var count = given[term] = given.GetValueOrDefault(term) + 1;
        return SourceId.Given(count == 1 ? term : string.Create(CultureInfo.InvariantCulture, $"{term} {count}"));
    }
}
