using System.Buffers;
using CommonLanguage.Analysis.Checking.Documents.Source;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Reads Markdown: CommonMark with tables, footnotes, definition lists, formulas, front matter, attributes and shortcodes.</summary>
static class MarkdownReader
{
    const int MostOpenLinks = 1_000;

    static readonly SearchValues<char> LinkMarks = SearchValues.Create("[]()\n");

    static readonly MarkdownPipeline Pipeline = CreatePipeline(withAttributes: false);
    static readonly Lazy<MarkdownPipeline> PipelineWithAttributes = new(() => CreatePipeline(withAttributes: true));

    public static void Read(TextBuilder text, string name)
    {
        var parsed = MarkdownBodies.Open(text.Source, out var code);
        UnreadMarkup.Mark(text, isMarkdown: true, name.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase), code);
        LinkLabels.Mark(text);
        if (HasOpenLinks(text.Source))
            throw new UnreadableInputException($"'{name}' has a paragraph with more than {MostOpenLinks} brackets that nothing closes; close them or leave it out.");
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(parsed, HasAttributes(parsed) ? PipelineWithAttributes.Value : Pipeline);
        }
        catch (ArgumentException fault)
        {
            // Markdig's way of saying that a document is nested more deeply than it follows.
            throw new UnreadableInputException($"'{name}' is nested too deeply to be read as Markdown; flatten it or leave it out.", fault);
        }

        new Walk(text, parsed).Blocks(document, BlockKind.Paragraph);
    }

    // Brackets without an end make the parser look ahead from each of them: the time is the square of their number.
    static bool HasOpenLinks(string source)
    {
        var open = 0;
        for (var i = source.AsSpan().IndexOfAny(LinkMarks); i >= 0; i = Next(source, i + 1))
        {
            open = source[i] switch
            {
                '[' => open + 1,
                '(' when i > 0 && source[i - 1] == ']' => open + 1,
                ']' or ')' when open > 0 => open - 1,
                '\n' when i > 0 && source[i - 1] == '\n' => 0,
                _ => open,
            };
            if (open > MostOpenLinks)
                return true;
        }

        return false;

        static int Next(string source, int from) => source.AsSpan(from).IndexOfAny(LinkMarks) is >= 0 and var distance ? from + distance : -1;
    }

    // Looking for "{#id .class key=value}" after everything costs a third of the parsing; most documents have none.
    static bool HasAttributes(string source)
    {
        for (var at = source.IndexOf('{', StringComparison.Ordinal); at >= 0; at = source.IndexOf('{', at + 1))
        {
            if (at + 1 < source.Length && (char.IsLetter(source[at + 1]) || source[at + 1] is '#' or '.' or ':' or '_' or ' ')
                && source.AsSpan(at + 1).IndexOfAny('}', '\n', '{') is >= 0 and var end && source[at + 1 + end] == '}')
                return true;
        }

        return false;
    }

    static MarkdownPipeline CreatePipeline(bool withAttributes)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseMathematics()
            .UseTaskLists()
            .UseAlertBlocks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks();
        if (withAttributes)
            _ = builder.UseGenericAttributes();
        builder.InlineParsers.Insert(0, new ShortcodeParser());
        return builder.Build();
    }

    sealed class Walk(TextBuilder text, string parsed)
    {
        readonly HtmlText html = new(text);

        public void Blocks(ContainerBlock container, BlockKind kind)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case YamlFrontMatterBlock front:
                        text.FrontMatter = front.Lines.ToString();
                        break;
                    case CodeBlock or LinkReferenceDefinition or LinkReferenceDefinitionGroup:
                        break;
                    case ParagraphBlock { Parent: ListItemBlock, Inline: { } inline } when IsContentsLine(inline):
                        // A table of contents repeats the headings.
                        break;
                    case HtmlBlock block1:
                        text.Begin(kind);
                        html.Read(block1.Span.Start, Math.Min(block1.Span.End + 1, text.Source.Length));
                        html.Reset();
                        break;
                    case LeafBlock leaf:
                        text.Begin(leaf switch { HeadingBlock => BlockKind.Heading, DefinitionTerm => BlockKind.DefinedTerm, _ => kind });
                        if (leaf.Inline is not null)
                            Inlines(leaf.Inline);
                        html.Reset();
                        break;
                    case ContainerBlock inner:
                        // The columns of a grid stand below each other.
                        if (inner is Table && text.Source[inner.Span.Start] == '+')
                            text.Keep(inner.Span.Start, inner.Span.End + 1);
                        Blocks(inner, KindOf(inner, kind));
                        break;
                    default:
                        break;
                }
            }

            text.End();
        }

        static bool IsContentsLine(ContainerInline inline) =>
            inline.FirstChild is LinkInline { IsImage: false, Url: ['#', ..] } link && link.NextSibling is null;

        static BlockKind KindOf(ContainerBlock container, BlockKind outer) => container switch
        {
            AlertBlock => outer,
            QuoteBlock => BlockKind.Quotation,
            TableCell when outer != BlockKind.Quotation => BlockKind.Cell,
            DefinitionItem when outer != BlockKind.Quotation => BlockKind.Definition,
            _ => outer,
        };

        void Inlines(ContainerInline container)
        {
            for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                var (start, end) = (inline.Span.Start, inline.Span.End + 1);
                // Where the parser cannot say where something stands, nothing is said of it.
                if (inline is not ContainerInline && (start < 0 || end <= start || end > text.Source.Length))
                    continue;
                switch (inline)
                {
                    case LiteralInline literal:
                        if (!html.IsUnread)
                            Literal(literal.Content.Text.AsSpan(literal.Content.Start, Math.Max(0, literal.Content.Length)), start, end);
                        break;
                    case HtmlEntityInline entity:
                        if (!html.IsUnread)
                            text.Replace(entity.Transcoded.AsSpan(), start, end);
                        break;
                    case LineBreakInline:
                        if (!html.IsUnread)
                            text.Space(start, end);
                        break;
                    case HtmlInline:
                        html.ReadInlineMarkup(start, end);
                        break;
                    case LinkInline { IsAutoLink: true }:
                        text.Skip(start, end);
                        break;
                    case LinkInline { IsImage: true } image:
                        text.Skip(start, start);
                        KeepLabel(image);
                        Inlines(image);
                        text.Skip(end, end);
                        break;
                    case ContainerInline inner:
                        KeepLabel(inner as LinkInline);
                        Inlines(inner);
                        break;
                    default:
                        text.Skip(start, end);
                        break;
                }
            }
        }

        // "[label]" and "[label][]" go by their text.
        void KeepLabel(LinkInline? link)
        {
            if (link is not null && (link.IsShortcut || text.Source.AsSpan(0, link.Span.End + 1).EndsWith("[]", StringComparison.Ordinal)))
                text.Keep(link.Span.Start, link.Span.End + 1);
        }

        // The span of an escaped character begins at the backslash, that of a cell's text at the blanks before it; what is read
        // stands in it as it is.
        void Literal(ReadOnlySpan<char> content, int start, int end)
        {
            if (content.IsEmpty)
                return;
            var within = parsed.AsSpan(start, end - start).IndexOf(content);
            if (within >= 0)
                text.Copy(start + within, start + within + content.Length);
            else
                text.Replace(content, start, end);
        }
    }
}
