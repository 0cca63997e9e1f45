using System.Xml;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// What the styles of a word-processing document say of a text. The id of a built-in style follows the language of the program that
/// wrote the file ("berschrift1"); its name ("heading 1") does not, nor does the style that one of the author's own is based on.
/// </summary>
sealed class DocxStyles
{
    // Styles may be based on each other in a circle.
    const int LongestChain = 16;

    static readonly string[] CodeWords = ["code", "verbatim", "preformatted", "htmlkeyboard", "htmlsample", "htmltypewriter", "htmlvariable"];

    readonly Dictionary<string, (string Name, string BasedOn, bool IsFixedWidth)> styles = new(StringComparer.Ordinal);

    /// <summary>What a style says.</summary>
    /// <param name="Kind">What the paragraph is.</param>
    /// <param name="IsCode">Whether it is for code.</param>
    /// <param name="IsContents">Whether it repeats headings: a line of a table of contents, of figures, of an index.</param>
    /// <param name="IsFixedWidth">Whether its font is one of fixed width.</param>
    public readonly record struct Meaning(BlockKind Kind, bool IsCode, bool IsContents, bool IsFixedWidth);

    /// <summary>Reads the part that holds the styles.</summary>
    public void Read(XmlReader xml)
    {
        var id = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || !Wordprocessing.Owns(xml))
                continue;
            switch (xml.LocalName)
            {
                case "style":
                    id = Wordprocessing.Attribute(xml, "styleId");
                    styles[id] = ("", "", false);
                    break;
                case "name" when styles.TryGetValue(id, out var style):
                    styles[id] = style with { Name = Wordprocessing.Value(xml) };
                    break;
                case "basedOn" when styles.TryGetValue(id, out var style):
                    styles[id] = style with { BasedOn = Wordprocessing.Value(xml) };
                    break;
                case "rFonts" when styles.TryGetValue(id, out var style):
                    styles[id] = style with { IsFixedWidth = FixedWidthFont.Is(Wordprocessing.Attribute(xml, "ascii")) };
                    break;
                default:
                    break;
            }
        }
    }

    public Meaning Of(string id)
    {
        var meaning = OfName(id);
        for (var i = 0; i < LongestChain && styles.TryGetValue(id, out var style); i++)
        {
            var named = OfName(style.Name);
            meaning = new(
                meaning.Kind == BlockKind.Paragraph ? named.Kind : meaning.Kind, meaning.IsCode || named.IsCode, meaning.IsContents || named.IsContents,
                meaning.IsFixedWidth || style.IsFixedWidth);
            id = style.BasedOn;
        }

        return meaning;
    }

    static Meaning OfName(string style)
    {
        var name = style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var isContents = name is ['t', 'o', 'c', >= '1' and <= '9', ..] or ['i', 'n', 'd', 'e', 'x', >= '1' and <= '9', ..] or "tableoffigures";
        var kind = name is "title" or "subtitle" || name.Contains("heading", StringComparison.Ordinal) ? BlockKind.Heading
            : name is "blocktext" || name.Contains("quote", StringComparison.Ordinal) ? BlockKind.Quotation
            : name is "definitionterm" ? BlockKind.DefinedTerm
            : name is "definition" ? BlockKind.Definition
            : BlockKind.Paragraph;
        return new(kind, Array.Exists(CodeWords, word => name.Contains(word, StringComparison.Ordinal)), isContents, false);
    }
}
