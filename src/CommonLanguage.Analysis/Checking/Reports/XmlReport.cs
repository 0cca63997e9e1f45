using System.Text;
using System.Xml;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>What the XML reports share: settings, and texts without the characters that XML 1.0 cannot hold.</summary>
static class XmlReport
{
    static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    public static XmlWriter Writer(Stream output) => XmlWriter.Create(output, Settings);

    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (XmlConvert.IsXmlChar(text[i]) || isPair)
            {
                _ = clean?.Append(text, i, isPair ? 2 : 1);
                i += isPair ? 1 : 0;
            }
            else
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                _ = clean.Append('\uFFFD');
            }
        }

        return clean?.ToString() ?? text;
    }
}
