using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>Tells texts that only point at another entry ("See X", "siehe X", "Synonym of X") or only remark on their own. Pure.</summary>
static class ReferenceReader
{
    /// <summary>A reference with more words than this says something of its own.</summary>
    const int Longest = 14;

    static readonly string[] Openings =
    [
        "see", "see also", "same as", "refer to", "synonym of", "synonym for", "synonymous with", "another term for", "another name for", "alias for", "cf",
        "siehe", "siehe auch", "vgl", "voir", "voir aussi", "véase", "ver", "ver también", "vedi", "vedi anche", "zie", "zie ook", "pozri",
    ];

    static readonly string[] RemarkOpenings =
    [
        "plural of", "plural form of", "past tense of", "this term is used in", "this term has", "this term is discouraged", "this term is deprecated", "this term is obsolete", "this term is not used",
    ];

    /// <summary>Only points at another entry.</summary>
    public static bool IsReference(string definition, ReadOnlySpan<TextSpan> words) => OpensWith(Openings, definition, words);

    /// <summary>Only says something of the word or of its entry.</summary>
    public static bool IsRemark(string definition, ReadOnlySpan<TextSpan> words) => OpensWith(RemarkOpenings, definition, words);

    static bool OpensWith(string[] openings, string definition, ReadOnlySpan<TextSpan> words)
    {
        var at = 0;
        // "(N) See ..." and "1. See ..."
        while (at < words.Length - 1 && at < 2 && words[at].End - words[at].Start <= 2)
            at++;
        if (words.Length - at > Longest)
            return false;
        foreach (var opening in openings)
        {
            if (!definition.AsSpan(words[at].Start).StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                continue;
            var end = words[at].Start + opening.Length;
            if (end < definition.Length && !char.IsLetterOrDigit(definition[end]) && IsOneSentence(definition.AsSpan(end)))
                return true;
        }

        return false;
    }

    // "See X." points; "See X. It is ..." goes on to define.
    static bool IsOneSentence(ReadOnlySpan<char> rest)
    {
        var end = rest.TrimEnd(" .)]\"").IndexOf(". ");
        return end < 0 || rest[(end + 2)..].TrimStart().StartsWith("See", StringComparison.Ordinal);
    }
}
