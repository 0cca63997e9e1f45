namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>
/// English endings taken off by rule, after morphy of WordNet (Miller et al. 1990, morphy(7WN)), with doubled consonants and the
/// British spellings added. A rule proposes; only a table of known words can accept.
/// </summary>
static class Inflection
{
    static readonly (string Ending, string Instead)[] Table =
    [
        ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("zes", "z"), ("s", ""), ("es", ""), ("men", "man"),
        ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("isation", "ization"), ("isations", "ization"), ("ise", "ize"),
        ("ised", "ize"), ("ises", "ize"), ("ising", "ize"), ("yse", "yze"), ("our", "or"), ("ours", "or"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ly", ""),
    ];

    /// <summary>How many rules there are.</summary>
    public static int Rules => Table.Length + 2;

    /// <summary>What one rule makes of a word, as a length in the buffer; 0 when it does not apply.</summary>
    public static int Apply(int rule, ReadOnlySpan<char> word, Span<char> into)
    {
        if (rule >= Table.Length)
            return Undouble(word, rule == Table.Length ? 2 : 3, into);
        var (ending, instead) = Table[rule];
        if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal) || (ending is "s" && word[^2] == 's'))
            return 0;
        var stem = word.Length - ending.Length;
        word[..stem].CopyTo(into);
        instead.CopyTo(into[stem..]);
        return stem + instead.Length;
    }

    // "stopped", "planning"
    static int Undouble(ReadOnlySpan<char> word, int ending, Span<char> into)
    {
        if (word.Length < ending + 4 || word[^(ending + 1)] != word[^(ending + 2)]
            || !word.EndsWith(ending == 2 ? "ed" : "ing", StringComparison.Ordinal))
            return 0;
        word[..^(ending + 1)].CopyTo(into);
        return word.Length - ending - 1;
    }
}
