using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>A part of a document that says what a term means.</summary>
/// <param name="Use">The term.</param>
/// <param name="Start">Where the definition begins in the text.</param>
/// <param name="End">After its end.</param>
/// <param name="IsWeak">"X is a ...", which may say something of X rather than what X is.</param>
readonly record struct DefinitionStatement(TermUse Use, int Start, int End, bool IsWeak)
{
    static readonly string[] StrongVerbs = ["means ", "mean ", "refers to ", "refer to ", "denotes ", "denote ", "is defined as ", "are defined as ", "is understood as "];
    // What one of them has come before or after the others in, or alone, is not what it is.
    static readonly string[] Rankings = ["first ", "last ", "only ", "next ", "same ", "most ", "best ", "default ", "one "];

    static readonly string[] WeakVerbs = ["is a ", "is an ", "is the ", "is any ", "is one ", "are the ", "are all ", "are any "];

    /// <summary>The definition that a use begins, or null. Under a heading about terms, tables and lists count too.</summary>
    public static DefinitionStatement? Of(CheckContext context, TermUse use, bool underTerminology)
    {
        var document = context.Document;
        var block = document.Blocks[use.Block];
        if (block.Kind is BlockKind.Quotation or BlockKind.Heading)
            return null;
        var fillsBlock = IsOnlyMarks(document.Text.AsSpan(block.Start, use.Start - block.Start)) && IsOnlyMarks(document.Text.AsSpan(use.End, block.End - use.End));
        if (fillsBlock && use.Block + 1 < document.Blocks.Length)
        {
            var next = document.Blocks[use.Block + 1];
            var isPair = (block.Kind == BlockKind.DefinedTerm && next.Kind == BlockKind.Definition)
                || (block.Kind == BlockKind.Cell && next.Kind == BlockKind.Cell && underTerminology);
            return isPair ? new(use, next.Start, next.End, false) : null;
        }

        var (start, end) = context.Sentence(use.Block, use.Start, use.End);
        if (!IsArticle(document.Text.AsSpan(start, use.Start - start)))
            return null;
        var rest = document.Text.AsSpan(use.End, end - use.End);
        var skipped = rest.Length - rest.TrimStart("\"'\u201D\u2019*() ").Length;
        rest = rest[skipped..];
        foreach (var verb in StrongVerbs)
        {
            if (rest.StartsWith(verb, StringComparison.Ordinal))
                return new(use, use.End + skipped + verb.Length, end, false);
        }

        // "The mechanism is a script" says something of the one at hand.
        if (!underTerminology && document.Text.AsSpan(start, use.Start - start).Trim(" \n\"'\u201C\u2018*(") is "The" or "the")
            return null;
        foreach (var verb in WeakVerbs)
        {
            if (rest.StartsWith(verb, StringComparison.Ordinal) && !StartsWithRanking(rest[verb.Length..]))
                return new(use, use.End + skipped + verb.IndexOf(' ', StringComparison.Ordinal) + 1, end, true);
        }

        return underTerminology && rest is [':' or '\u2013' or '\u2014', ' ', ..] or ['-', ' ', ..] && use.Start - block.Start < 4
            ? new(use, use.End + skipped + 2, block.End, false)
            : null;
    }

    static bool StartsWithRanking(ReadOnlySpan<char> text)
    {
        foreach (var ranking in Rankings)
        {
            if (text.StartsWith(ranking, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    static bool IsOnlyMarks(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return false;
        }

        return true;
    }

    static bool IsArticle(ReadOnlySpan<char> before) =>
        before.Trim(" \n\"'\u201C\u2018*(") is "" or "A" or "An" or "The" or "Term" or "The term" or "a" or "an" or "the";
}
