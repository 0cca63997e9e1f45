using System.Buffers;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>
/// Tells words of the language from pieces of compounds, identifiers, paths, addresses, options and versions that stand in running
/// text: "pod" in "pod-level", "pod_name", "src/pod/main.go", "https://pod.example", "--pod", "spec.pod" is no use of the term.
/// </summary>
static class TechnicalText
{
    // No word of a language is longer; what has no blank for so long is data.
    const int LongestChunk = 200;

    const string OpeningMarks = "([\"'*\u201C\u2018\u201E\u00AB\u2013\u2014\u2026";
    const string ClosingMarks = ")]\"'*\u201D\u2019\u00BB,;:.!?\u2013\u2014\u2026";

    static readonly SearchValues<char> CodeMarks = SearchValues.Create("_\\@#$%^+=|~`{}<>[]*");

    /// <summary>Whether a part of a text, from the first to the last character of a term, belongs to something technical.</summary>
    public static bool Holds(ReadOnlySpan<char> text, int start, int end)
    {
        var from = start;
        while (from > 0 && !EndsChunk(text[from - 1]))
        {
            if (start - --from > LongestChunk)
                return true;
        }

        var to = end;
        while (to < text.Length && !EndsChunk(text[to]))
        {
            if (++to - end > LongestChunk)
                return true;
        }

        var before = text[from..start].TrimStart(OpeningMarks);
        var after = text[end..to];
        return (!before.IsEmpty || !after.IsEmpty) && (IsCall(after) || IsPiece(before, after.TrimEnd(ClosingMarks)));
    }

    static bool EndsChunk(char c) => char.IsWhiteSpace(c) || c == TextBuilder.Hole;

    static bool IsPiece(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.ContainsAny(CodeMarks) || after.ContainsAny(CodeMarks))
            return true;
        if (before is [.., var last] && (TermTokenizer.IsHyphen(last) || last is '.' or ':'))
            return true;
        if (after is ['-' or '\u2010' or '\u2011', var next, ..] && TermTokenizer.IsWordStart(next))
            return true;
        // "client/server" is two words; "src/pod/main.go" and "/etc/pod" are paths.
        var slashes = before.Count('/') + after.Count('/');
        if (slashes > 1 || before is ['/' or '.', ..] || after is [.., '/'])
            return true;
        return JoinsWords(before) || JoinsWords(after);
    }

    // A point or colon between two letters or digits: names of members, hosts and files, versions, times.
    static bool JoinsWords(ReadOnlySpan<char> part)
    {
        for (var i = 0; i + 1 < part.Length; i++)
        {
            if (part[i] is '.' or ':' && (char.IsLetterOrDigit(part[i + 1]) || part[i + 1] is ':' or '/'))
                return true;
        }

        return false;
    }

    static bool IsCall(ReadOnlySpan<char> after) => after.StartsWith("()", StringComparison.Ordinal);
}
