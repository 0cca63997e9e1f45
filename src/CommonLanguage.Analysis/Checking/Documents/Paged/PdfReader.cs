using CommonLanguage.Analysis.Checking.Documents.Source;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Reads the text of PDF files with PdfPig, line by line, each page for itself. Reading runs on a thread of its own with a bound on
/// its time: PDF is read by following what the file says of itself.
/// </summary>
static class PdfReader
{
    const int MostPages = 5_000;
    const int LongestText = 16 * 1024 * 1024;
    static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(60);

    public static Document Read(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span[..Math.Min(bytes.Length, 1_024)].IndexOf("%PDF-"u8) < 0)
            throw new UnreadableInputException($"'{name}' is no PDF file; name it after its format.");
        Document? read = null;
        Exception? fault = null;
        using var stop = new CancellationTokenSource();
        var thread = new Thread(() =>
        {
            try
            {
                read = ReadPages(name, bytes.ToArray(), stop.Token);
            }
            catch (Exception caught)
            {
                fault = caught;
            }
        }, 16 * 1024 * 1024) { IsBackground = true };
        thread.Start();
        if (!thread.Join(LongestRead))
        {
            stop.Cancel();
            throw new UnreadableInputException($"'{name}' takes more than a minute to read; save it again as PDF, or split it.");
        }

        return fault switch
        {
            null => read!,
            UnreadableInputException refusal => throw refusal,
            PdfDocumentEncryptedException => throw new UnreadableInputException($"'{name}' is encrypted; save it without a password.", fault),
            _ => throw new UnreadableInputException($"'{name}' is damaged ({fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}); save it again as PDF.", fault),
        };
    }

    static Document ReadPages(string name, byte[] bytes, CancellationToken stop)
    {
        using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var lines = new PdfLines();
        var pages = 0;
        foreach (var page in pdf.GetPages().Take(MostPages))
        {
            stop.ThrowIfCancellationRequested();
            lines.Read(page, pages++);
            if (lines.Letters > LongestText)
                throw new UnreadableInputException($"'{name}' holds more text than is read; split it.");
        }

        return new PdfParagraphs(name, lines.All).Build(pages);
    }
}
