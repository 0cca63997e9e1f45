using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CommonLanguage.Analysis.Checking.Documents;

/// <summary>
/// Reads word-processing documents of Office Open XML (ECMA-376, part 1): the paragraphs of body, footnotes and endnotes, runs joined,
/// deleted text, field codes and formulas left out. A stream over the XML with bounds: Open XML SDK would build a tree first, has no
/// bound for a small file that inflates to gigabytes, and weighs a native binary down.
/// </summary>
static class DocxReader
{
    const long MostInflated = 256L * 1024 * 1024;
    const int LongestText = 64 * 1024 * 1024;
    const int Deepest = 256;
    const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    static readonly string[] Parts = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];

    public static Document Read(string name, ReadOnlyMemory<byte> bytes)
    {
        // An encrypted document is no ZIP but an OLE compound file.
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableInputException($"'{name}' is encrypted or an old Word file; save it as DOCX without a password.");
        try
        {
            var source = new StringBuilder();
            var blocks = new List<(int Start, int End, BlockKind Kind)>();
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            if (zip.GetEntry(Parts[0]) is null)
                throw new UnreadableInputException($"'{name}' is no DOCX document ({Parts[0]} is missing); save it again as DOCX.");
            foreach (var part in Parts)
            {
                if (zip.GetEntry(part) is { } entry)
                    ReadPart(name, entry, source, blocks);
            }

            var text = new TextBuilder(source.ToString());
            foreach (var (start, end, kind) in blocks)
            {
                text.Begin(kind);
                text.Copy(start, end);
            }

            return text.Build(name, DocumentFormat.Docx);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            throw new UnreadableInputException($"'{name}' is damaged ({fault.Message.TrimEnd('.')}); save it again as DOCX.", fault);
        }
    }

    static void ReadPart(string name, ZipArchiveEntry entry, StringBuilder source, List<(int Start, int End, BlockKind Kind)> blocks)
    {
        using var stream = new BoundedStream(entry.Open(), MostInflated, name);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = MostInflated,
        });
        var start = source.Length;
        var kind = BlockKind.Paragraph;
        var codeRun = false;
        while (xml.Read())
        {
            if (xml.Depth > Deepest)
                throw new UnreadableInputException($"'{name}' is nested too deeply to be read; save it again as DOCX.");
            if (source.Length > LongestText)
                throw new UnreadableInputException($"'{name}' holds more text than is read; split it.");
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName == "p" && IsWord(xml))
                {
                    blocks.Add((start, source.Length, kind));
                    _ = source.Append('\n');
                    start = source.Length;
                    kind = BlockKind.Paragraph;
                }
                else if (xml.LocalName == "r" && IsWord(xml))
                {
                    codeRun = false;
                }

                continue;
            }

            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "docPr" when xml.GetAttribute("descr") is { Length: > 0 } alternative:
                    _ = source.Append(' ').Append(alternative).Append(' ');
                    break;
                case "pStyle" when IsWord(xml):
                    kind = KindOf(Value(xml), out codeRun);
                    break;
                case "rStyle" when IsWord(xml):
                    _ = KindOf(Value(xml), out codeRun);
                    break;
                case "t" when IsWord(xml):
                    var isCode = codeRun;
                    var said = xml.ReadString();
                    _ = isCode ? source.Append(TextBuilder.Hole) : source.Append(said);
                    break;
                case "tab" or "br" or "cr" when IsWord(xml):
                    _ = source.Append(' ');
                    break;
                case "noBreakHyphen" when IsWord(xml):
                    _ = source.Append('\u2011');
                    break;
                case "softHyphen" when IsWord(xml):
                    _ = source.Append('\u00AD');
                    break;
                default:
                    break;
            }
        }
    }

    static bool IsWord(XmlReader xml) => xml.NamespaceURI is Word or StrictWord;

    static string Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI) ?? "";

    static BlockKind KindOf(string style, out bool isCode)
    {
        isCode = style.Contains("code", StringComparison.OrdinalIgnoreCase) || style.Contains("HTMLPreformatted", StringComparison.OrdinalIgnoreCase)
            || style.Contains("verbatim", StringComparison.OrdinalIgnoreCase);
        return style.Contains("Heading", StringComparison.OrdinalIgnoreCase) || style is "Title" or "Subtitle" ? BlockKind.Heading
            : style.Contains("Quote", StringComparison.OrdinalIgnoreCase) ? BlockKind.Quotation
            : BlockKind.Paragraph;
    }

    /// <summary>Counts what comes out of a compressed part: its header may lie about the size.</summary>
    sealed class BoundedStream(Stream inner, long most, string name) : Stream
    {
        long left = most;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            left -= read;
            return left >= 0 ? read : throw new UnreadableInputException($"'{name}' inflates to more than 256 MiB; it is no document that anybody wrote.");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
