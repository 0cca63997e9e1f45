using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>How the words around a use ask for capitals.</summary>
static class Surroundings
{
    public static Wording.Around Of(CheckContext context, TermUse use)
    {
        var (start, end) = context.Sentence(use.Block, use.Start, use.End);
        return IsLoud(context.Document.Text, use, start, end) ? Wording.Around.Capitals
            : IsTitle(context.Document.Text, use, start, end) ? Wording.Around.Title
            : Sentences.IsStart(context.Document.Text, use.Start, start) ? Wording.Around.SentenceStart : Wording.Around.Running;
    }

    static bool IsLoud(string text, TermUse use, int start, int end)
    {
        var capitals = 0;
        for (var i = start; i < end; i++)
        {
            if (i >= use.Start && i < use.End)
                continue;
            if (char.IsLower(text[i]))
                return false;
            capitals += char.IsUpper(text[i]) ? 1 : 0;
        }

        return capitals > 1;
    }

    // All long words but the first, which a sentence gives its capital.
    static bool IsTitle(string text, TermUse use, int start, int end)
    {
        var (words, seen) = (0, 0);
        var walk = new TermTokenizer(text.AsSpan(0, end), start);
        while (walk.MoveNext())
        {
            if (!walk.IsWord || seen++ == 0 || walk.End - walk.Start < 4 || (walk.Start < use.End && walk.End > use.Start))
                continue;
            if (!char.IsUpper(text[walk.Start]))
                return false;
            // Initials have their capitals anywhere.
            words += char.IsUpper(text[walk.Start + 1]) ? 0 : 1;
        }

        return words > 0;
    }
}
