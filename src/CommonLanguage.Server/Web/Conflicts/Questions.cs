using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>
/// Puts what differs as a question to both sides: a comparison can be wrong, and nobody likes to be told that their words are.
/// </summary>
static class Questions
{
    const int Longest = 90;

    // Foreign words keep their own direction (Unicode Bidirectional Algorithm, first strong isolate).
    const string Open = "“\u2068";
    const string Close = "\u2069”";

    /// <summary>The question about one difference.</summary>
    /// <param name="evidence">What differs.</param>
    /// <param name="a">First definition.</param>
    /// <param name="b">Second definition.</param>
    /// <param name="first">What people call the owner of the first.</param>
    /// <param name="second">What people call the owner of the second.</param>
    public static string Of(Evidence evidence, string a, string b, string first, string second)
    {
        var (mine, theirs) = (Words(a, evidence.A), Words(b, evidence.B));
        return (mine.Length, theirs.Length) switch
        {
            ( > 0, > 0) => $"{first} says {Open}{mine}{Close}, {second} says {Open}{theirs}{Close}: {Asked(evidence.Reason)}",
            ( > 0, 0) => $"{first} says {Open}{mine}{Close}, {second} does not say it: does it hold there too?",
            (0, > 0) => $"{second} says {Open}{theirs}{Close}, {first} does not say it: does it hold there too?",
            _ => $"{first} and {second} word it differently: do they mean the same?",
        };
    }

    // The reasons are those of the comparison (docs/meaning.md): what follows the colon, or how they begin, says what is at stake.
    static string Asked(string reason)
    {
        foreach (var (mark, question) in Marks)
        {
            if (reason.Contains(mark, StringComparison.Ordinal))
                return question;
        }

        return !reason.StartsWith('"') && reason.AsSpan().ContainsAnyInRange('0', '9') ? "is it the same value?" : "do they mean the same?";
    }

    static readonly (string Mark, string Question)[] Marks =
    [
        (": another obligation", "is it the same duty?"),
        (": one denies what the other states", "can both hold?"),
        (": the opposite", "can both hold?"),
        (": not the same is included", "is the same covered?"),
        (": another party", "is it the same party?"),
        ("counts \"", "do both count from the same moment?"),
        ("condition \"", "does it hold under the same condition?"),
        ("a kind of \"", "is it the same kind of thing?"),
    ];

    static string Words(string text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var words = text[start..Math.Clamp(span.End, start, text.Length)].ReplaceLineEndings(" ").Trim();
        if (words.Length <= Longest)
            return words;
        var end = words.LastIndexOf(' ', Longest);
        end = end < Longest / 2 ? Longest : end;
        if (char.IsHighSurrogate(words[end - 1]))
            end--;
        return words[..end] + " …";
    }
}
