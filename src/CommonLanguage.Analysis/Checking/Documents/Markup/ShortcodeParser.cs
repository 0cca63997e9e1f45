using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>Takes the placeholders of site generators ("{{&lt; figure &gt;}}", "{% include %}") for what they are: no text.</summary>
sealed class ShortcodeParser : InlineParser
{
    public ShortcodeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var close = slice.PeekChar() switch { '{' => "}}", '%' => "%}", _ => null };
        if (close is null)
            return false;
        var end = slice.Text.AsSpan(slice.Start, slice.Length).IndexOf(close, StringComparison.Ordinal);
        if (end < 2)
            return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new Shortcode
        {
            Span = new(start, processor.GetSourcePosition(slice.Start + end + close.Length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end + close.Length;
        return true;
    }

    public sealed class Shortcode : LeafInline;
}
