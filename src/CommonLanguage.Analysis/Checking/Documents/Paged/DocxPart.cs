using System.Xml;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>
/// Walks over a part of a word-processing document as its readers see it once all changes are accepted: deleted, moved and hidden
/// text left out, text boxes and texts for pictures after the paragraph that they hang on. Not thread-safe.
/// </summary>
sealed class DocxPart(string name, DocxStyles styles, Action<PagedParagraph> add)
{
    const int Deepest = 256;

    readonly Stack<PagedParagraph> open = new();
    readonly Stack<Run> runs = new();
    readonly List<PagedParagraph> waiting = [];
    PagedParagraph? carried;
    bool inProperties, goesOn;
    int cells, unreadFrom = -1;
    long gathered;

    sealed class Run
    {
        public bool IsCode, IsHidden, IsFixedWidth;
    }

    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.Depth > Deepest)
                throw new UnreadableInputException($"'{name}' is nested too deeply to be read; save it again as DOCX.");
            PagedText.CheckLength(name, gathered);
            if (unreadFrom >= 0)
                unreadFrom = xml.NodeType == XmlNodeType.EndElement && xml.Depth == unreadFrom ? -1 : unreadFrom;
            else if (xml.NodeType == XmlNodeType.EndElement && Wordprocessing.Owns(xml))
                End(xml.LocalName);
            else if (xml.NodeType == XmlNodeType.Element)
                Begin(xml);
        }

        if (carried is not null)
            add(carried);
    }

    void Begin(XmlReader xml)
    {
        if (!Wordprocessing.Owns(xml))
        {
            BeginOther(xml);
            return;
        }

        switch (xml.LocalName)
        {
            case "p" when !xml.IsEmptyElement:
                Open();
                break;
            case "tc" when !xml.IsEmptyElement:
                cells++;
                break;
            case "pPr":
                inProperties = !xml.IsEmptyElement;
                break;
            case "r" when !xml.IsEmptyElement:
                runs.Push(new());
                break;
            // The mark at the end of a paragraph is deleted, or a part of the text.
            case "del" or "moveFrom" when xml.IsEmptyElement:
                goesOn |= inProperties && open.Count == 1;
                break;
            case "del" or "moveFrom" or "rPrChange" or "pPrChange" or "rt":
                Leave(xml);
                break;
            default:
                if (inProperties)
                    ReadProperty(xml);
                else if (open.Count > 0 && runs.TryPeek(out var run))
                    ReadInRun(xml, run, open.Peek());
                break;
        }
    }

    void BeginOther(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            // The same once more for programs that cannot show the first.
            case "Fallback":
                Leave(xml);
                break;
            case "oMath":
                Leave(xml);
                if (open.TryPeek(out var sentence))
                    sentence.AddHole();
                break;
            // A picture that stands in the line; others float beside the text.
            case "inline" when open.TryPeek(out var line):
                line.AddHole();
                break;
            case "docPr" when xml.GetAttribute("descr") is { Length: > 0 } alternative:
                var picture = new PagedParagraph { Kind = BlockKind.Alternative };
                picture.Add(alternative.ReplaceLineEndings(" "));
                gathered += alternative.Length;
                waiting.Add(picture);
                break;
            default:
                break;
        }
    }

    void Leave(XmlReader xml) => unreadFrom = xml.IsEmptyElement ? -1 : xml.Depth;

    void Open()
    {
        var paragraph = open.Count == 0 && carried is not null ? carried : new();
        if (open.Count == 0)
            (carried, goesOn) = (null, false);
        paragraph.Kind = cells > 0 ? BlockKind.Cell : BlockKind.Paragraph;
        paragraph.IsRead = true;
        open.Push(paragraph);
    }

    void End(string element)
    {
        switch (element)
        {
            case "p" when open.TryPop(out var paragraph):
                Close(paragraph);
                break;
            case "tc":
                cells--;
                break;
            case "pPr":
                inProperties = false;
                break;
            case "r":
                _ = runs.TryPop(out _);
                break;
            default:
                break;
        }
    }

    void Close(PagedParagraph paragraph)
    {
        if (open.Count > 0)
        {
            waiting.Add(paragraph);
            return;
        }

        if (goesOn)
            carried = paragraph;
        else
            add(paragraph);
        waiting.ForEach(add);
        waiting.Clear();
    }

    void ReadProperty(XmlReader xml)
    {
        if (!open.TryPeek(out var paragraph))
            return;
        if (xml.LocalName == "pStyle")
        {
            var style = styles.Of(Wordprocessing.Value(xml));
            paragraph.Kind = style.Kind == BlockKind.Paragraph ? paragraph.Kind : style.Kind;
            paragraph.IsRead = !style.IsCode && !style.IsContents;
        }
        else if (xml.LocalName == "outlineLvl" && Wordprocessing.Value(xml) is [>= '0' and <= '8'])
        {
            paragraph.Kind = BlockKind.Heading;
        }
    }

    void ReadInRun(XmlReader xml, Run run, PagedParagraph paragraph)
    {
        switch (xml.LocalName)
        {
            case "rStyle":
                var style = styles.Of(Wordprocessing.Value(xml));
                (run.IsCode, run.IsFixedWidth) = (style.IsCode, run.IsFixedWidth || style.IsFixedWidth);
                break;
            case "rFonts":
                run.IsFixedWidth |= FixedWidthFont.Is(Wordprocessing.Attribute(xml, "ascii"));
                break;
            case "vanish":
                run.IsHidden = Wordprocessing.IsOn(xml);
                break;
            case "t":
                Add(paragraph, run, xml.ReadString());
                break;
            case "tab" or "ptab" or "br" or "cr":
                Add(paragraph, run, " ");
                break;
            case "noBreakHyphen":
                Add(paragraph, run, "\u2011");
                break;
            case "softHyphen":
                Add(paragraph, run, "\u00AD");
                break;
            case "sym" or "object":
                paragraph.AddHole();
                break;
            default:
                break;
        }
    }

    void Add(PagedParagraph paragraph, Run run, string words)
    {
        gathered += words.Length;
        if (!run.IsHidden)
            paragraph.Add(words.ReplaceLineEndings(" "), run.IsCode ? PieceKind.Unread : run.IsFixedWidth ? PieceKind.FixedWidth : PieceKind.Read);
    }
}
