using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Reads HTML files.</summary>
static class HtmlReader
{
    public static void Read(TextBuilder text)
    {
        UnreadMarkup.Mark(text, isMarkdown: false, isMdx: false, []);
        text.Begin(BlockKind.Paragraph);
        new HtmlText(text).Read(0, text.Source.Length);
    }
}
