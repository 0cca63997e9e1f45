namespace CommonLanguage.Analysis.Checking.Documents;

/// <summary>Reads HTML files.</summary>
static class HtmlReader
{
    public static void Read(TextBuilder text)
    {
        text.Begin(BlockKind.Paragraph);
        new HtmlText(text).Read(0, text.Source.Length);
    }
}
