using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Reads plain text: paragraphs between empty lines.</summary>
static class PlainTextReader
{
    public static void Read(TextBuilder text)
    {
        text.Begin(BlockKind.Paragraph);
        foreach (var line in SourceLine.All(text.Source))
        {
            if (line.IsBlank)
                text.End();
            else
                text.Copy(line.Start, line.End);
        }
    }
}
