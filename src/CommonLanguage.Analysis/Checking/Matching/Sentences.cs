using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>Where the sentences of a document begin and end.</summary>
static class Sentences
{
    /// <summary>UTF-16 units to each side of a place that a sentence has at most.</summary>
    public const int Longest = 600;

    /// <summary>The sentence around a place, within its block.</summary>
    public static (int Start, int End) Around(Document document, int block, int start, int end)
    {
        var whole = document.Blocks[block];
        var text = document.Text;
        var from = Math.Max(whole.Start, start - Longest);
        for (var at = start; (at = text.AsSpan(from, at - from).LastIndexOfAny('.', '!', '?')) >= 0; at += from)
        {
            if (EndsSentence(text, from + at))
            {
                from += at + 1;
                break;
            }
        }

        var last = Math.Min(whole.End, end + Longest);
        var to = last;
        for (var at = end; text.AsSpan(at, last - at).IndexOfAny('.', '!', '?') is >= 0 and var length; at += length + 1)
        {
            if (EndsSentence(text, at + length))
            {
                to = at + length;
                break;
            }
        }

        return (from, Math.Min(to + 1, whole.End));
    }

    /// <summary>Whether no letter stands between a place and the beginning of its sentence.</summary>
    public static bool IsStart(string text, int at, int sentence)
    {
        while (at > sentence && !char.IsLetterOrDigit(text[at - 1]))
            at--;
        return at == sentence;
    }

    /// <summary>Whether most of the words that are long enough to get a capital in a title have one.</summary>
    public static bool IsTitle(string text, int start, int end)
    {
        var (capitals, words) = (0, 0);
        var walk = new TermTokenizer(text.AsSpan(0, end), start);
        while (walk.MoveNext())
        {
            if (!walk.IsWord || walk.End - walk.Start < 4)
                continue;
            words++;
            capitals += char.IsUpper(text[walk.Start]) ? 1 : 0;
        }

        return capitals * 2 > words;
    }

    // Of a mark that can end one.
    static bool EndsSentence(string text, int at) =>
        at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]);
}
