using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Markup;
using CommonLanguage.Analysis.Checking.Documents.Paged;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents;

/// <summary>Reads files as documents. Pure and thread-safe; takes any bytes.</summary>
public static class DocumentReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The format that a file's name tells, or null when it is none that is read.</summary>
    public static DocumentFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".mdown" or ".mdx" => DocumentFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => DocumentFormat.Html,
        ".txt" or ".text" => DocumentFormat.PlainText,
        ".rst" or ".rest" => DocumentFormat.RestructuredText,
        ".adoc" or ".asciidoc" or ".asc" => DocumentFormat.AsciiDoc,
        ".docx" => DocumentFormat.Docx,
        ".pdf" => DocumentFormat.Pdf,
        _ => null,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="name">What findings call it.</param>
    /// <param name="bytes">Its bytes, at most <see cref="MaximumBytes"/>.</param>
    /// <param name="format">How it is written; null = as its name tells, else plain text.</param>
    /// <exception cref="UnreadableInputException">Too large, not of that format, damaged, encrypted, not UTF-8.</exception>
    public static Document Read(string name, ReadOnlyMemory<byte> bytes, DocumentFormat? format = null)
    {
        if (bytes.Length > MaximumBytes)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture, $"'{name}' has {bytes.Length} bytes; at most {MaximumBytes} are read. Split it."));
        }

        return (format ?? FormatOf(name) ?? DocumentFormat.PlainText) switch
        {
            DocumentFormat.Docx => DocxReader.Read(name, bytes),
            DocumentFormat.Pdf => PdfReader.Read(name, bytes),
            var text => ReadText(name, Decode(name, bytes.Span, out var offset), text, offset),
        };
    }

    /// <summary>Reads a text that is in memory already.</summary>
    /// <exception cref="UnreadableInputException">Nested more deeply than can be read; or the format is no text.</exception>
    public static Document ReadText(string name, string source, DocumentFormat format) => ReadText(name, source, format, 0);

    static Document ReadText(string name, string source, DocumentFormat format, int byteOffset)
    {
        var text = new TextBuilder(source);
        try
        {
            ReadAs(format, text, name);
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new UnreadableInputException($"'{name}' has markup that cannot be told apart in time; leave it out.", fault);
        }

        return text.Build(name, format, byteOffset);
    }

    static void ReadAs(DocumentFormat format, TextBuilder text, string name)
    {
        switch (format)
        {
            case DocumentFormat.Markdown:
                MarkdownReader.Read(text, name);
                break;
            case DocumentFormat.Html:
                HtmlReader.Read(text);
                break;
            case DocumentFormat.RestructuredText:
                RestructuredTextReader.Read(text);
                break;
            case DocumentFormat.AsciiDoc:
                AsciiDocReader.Read(text);
                break;
            case DocumentFormat.PlainText:
                PlainTextReader.Read(text);
                break;
            default:
                throw new UnreadableInputException($"'{name}' is {format}, which is no text; pass its bytes.");
        }
    }

    static string Decode(string name, ReadOnlySpan<byte> bytes, out int offset)
    {
        offset = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new UnreadableInputException($"'{name}' is UTF-16; save it as UTF-8.");
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture, $"'{name}' is no text (byte {zero} is zero); leave it out, or name it after its format."));
        }

        try
        {
            return Strict.GetString(bytes[offset..]);
        }
        catch (DecoderFallbackException fault)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture, $"'{name}' is not UTF-8 (byte {offset + Math.Max(0, fault.Index)}); save it as UTF-8."), fault);
        }
    }
}
