using System.IO.Compression;
using System.Xml;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Reads word-processing documents of Office Open XML (ECMA-376, part 1): the paragraphs of body, footnotes, endnotes, headers and
/// footers. A stream over the XML with bounds: Open XML SDK would build a tree first, has no bound for a small file that inflates to
/// gigabytes, and weighs a native binary down.
/// </summary>
static class DocxReader
{
    const long MostInflated = 256L * 1024 * 1024;
    const string Body = "word/document.xml";

    static readonly string[] Notes = ["word/footnotes.xml", "word/endnotes.xml"];
    static readonly string[] Margins = ["word/header", "word/footer"];

    public static Document Read(string name, ReadOnlyMemory<byte> bytes)
    {
        // An encrypted document is no ZIP but an OLE compound file.
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableInputException($"'{name}' is encrypted or an old Word file; save it as DOCX without a password.");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            if (zip.GetEntry(Body) is not { } body)
                throw new UnreadableInputException($"'{name}' is no DOCX document ({Body} is missing); save it again as DOCX.");
            return Read(name, zip, body);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableInputException($"'{name}' is damaged ({fault.Message.TrimEnd('.')}); save it again as DOCX.", fault);
        }
    }

    static Document Read(string name, ZipArchive zip, ZipArchiveEntry body)
    {
        var allowance = new InflatedStream.Allowance(MostInflated);
        var styles = new DocxStyles();
        if (zip.GetEntry("word/styles.xml") is { } entry)
        {
            using var xml = Open(entry);
            styles.Read(xml);
        }

        var text = new PagedText(name);
        foreach (var part in Notes.Select(zip.GetEntry).OfType<ZipArchiveEntry>().Prepend(body))
            Read(part, text.Add);
        // A section has up to three headers, most of them with the same words.
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in zip.Entries.Where(IsMargin).OrderBy(part => part.FullName, StringComparer.Ordinal))
        {
            Read(part, paragraph =>
            {
                if (said.Add(paragraph.Text.ToString()))
                    text.Add(paragraph);
            });
        }

        return text.Build(DocumentFormat.Docx);

        void Read(ZipArchiveEntry part, Action<PagedParagraph> add)
        {
            using var xml = Open(part);
            new DocxPart(name, styles, add).Read(xml);
        }

        XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(new InflatedStream(part.Open(), allowance, name), new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MostInflated,
        });
    }

    // "word/header1.xml".
    static bool IsMargin(ZipArchiveEntry part) =>
        part.FullName.EndsWith(".xml", StringComparison.Ordinal)
        && Array.Exists(Margins, margin => part.FullName.StartsWith(margin, StringComparison.Ordinal)
            && part.FullName.AsSpan(margin.Length, part.FullName.Length - margin.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0);
}
