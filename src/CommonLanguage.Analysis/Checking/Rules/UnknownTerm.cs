using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL007: words that are written like a name of the field again and again and stand in no glossary. Off unless asked for.</summary>
sealed class UnknownTerm : ICheckRule
{
    const int LeastUses = 3;

    public RuleDescription Description { get; } = new(
        "CL007", "unknown-term", Severity.Info,
        "Words look like a term and stand in no glossary.",
        "Propose the term to your organisation's glossary.");

    public void Check(CheckContext context)
    {
        if (!context.Options.SuggestTerms)
            return;
        var found = new Dictionary<string, (string Text, TermUse First, List<TermUse> Further)>(StringComparer.Ordinal);
        for (var i = 0; i < context.Document.Blocks.Length; i++)
        {
            if (context.Document.Blocks[i].Kind != BlockKind.Heading)
                Collect(context, i, found);
        }

        foreach (var (text, first, further) in found.Values)
        {
            if (further.Count + 1 < LeastUses)
                continue;
            context.Report(
                Description, Severity.Info, first.Block, first.Start, first.End, text,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"'{text}' stands here {further.Count + 1} times and in no glossary."), further: further);
        }
    }

    // Two to four capitalised words in a row, not at the start of a sentence.
    static void Collect(CheckContext context, int number, Dictionary<string, (string Text, TermUse First, List<TermUse> Further)> found)
    {
        var block = context.Document.Blocks[number];
        var text = context.Document.Text;
        var (start, end, count, starts) = (0, 0, 0, true);
        var walk = new TermTokenizer(text.AsSpan(0, block.End), block.Start);
        while (walk.MoveNext())
        {
            var isCapitalised = walk.IsWord && char.IsUpper(text[walk.Start]) && walk.End - walk.Start > 1 && !starts && !LetterCase.IsCapitals(text.AsSpan(walk.Start, walk.End - walk.Start));
            if (isCapitalised && walk.Gap != TokenGap.None && count > 0)
                (end, count) = (walk.End, count + 1);
            else
            {
                Take();
                (start, end, count) = isCapitalised ? (walk.Start, walk.End, 1) : (0, 0, 0);
            }

            starts = !walk.IsWord && text[walk.Start] is '.' or '!' or '?' or ':';
        }

        Take();

        void Take()
        {
            if (count is < 2 or > 4 || context.Terms.Uses.Exists(use => use.Start < end && use.End > start) || TechnicalText.Holds(text, start, end))
                return;
            var words = text[start..end];
            var use = new TermUse(-1, start, end, number);
            if (found.TryGetValue(NormalForm.Of(words), out var known))
                known.Further.Add(use);
            else
                found.Add(NormalForm.Of(words), (words, use, []));
        }
    }
}
