using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace CommonLanguage.Analysis.Checking.Documents;

/// <summary>
/// Reads the text of PDF files with PdfPig, line by line, each page for itself; a large gap between lines parts paragraphs. Reading
/// runs on a thread of its own with a bound on its time: PDF is read by following what the file says of itself.
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
        var source = new StringBuilder();
        var paragraphs = new List<(int Start, int End)>();
        var pages = new List<int>();
        foreach (var page in pdf.GetPages().Take(MostPages))
        {
            stop.ThrowIfCancellationRequested();
            pages.Add(source.Length);
            ReadPage(page, source, paragraphs);
            if (source.Length > LongestText)
                throw new UnreadableInputException($"'{name}' holds more text than is read; split it.");
        }

        var text = new TextBuilder(source.ToString());
        foreach (var (start, end) in paragraphs)
        {
            text.Begin(BlockKind.Paragraph);
            text.Copy(start, end);
        }

        return text.Build(name, DocumentFormat.Pdf, pageStarts: pages);
    }

    static void ReadPage(Page page, StringBuilder source, List<(int Start, int End)> paragraphs)
    {
        var start = source.Length;
        Word? last = null;
        foreach (var word in page.GetWords())
        {
            if (word.Text.Contains('\0', StringComparison.Ordinal))
                continue;
            var height = Math.Max(word.BoundingBox.Height, 1);
            var down = last is null ? 0 : last.BoundingBox.Bottom - word.BoundingBox.Bottom;
            if (last is not null && Math.Abs(down) <= height / 2)
            {
                _ = source.Append(' ');
            }
            else if (last is not null)
            {
                // Lines of a paragraph stand closer than twice their height; upwards is a new column.
                var isNew = down > 2.2 * height || down < 0;
                if (isNew)
                    paragraphs.Add((start, source.Length));
                _ = source.Append('\n');
                start = isNew ? source.Length : start;
            }

            _ = source.Append(word.Text);
            last = word;
        }

        if (source.Length > start)
            paragraphs.Add((start, source.Length));
        _ = source.Append('\n');
    }
}
