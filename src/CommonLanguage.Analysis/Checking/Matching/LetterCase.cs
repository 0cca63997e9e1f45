namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>How the case of letters in a document and in a term go together.</summary>
static class LetterCase
{
    /// <summary>Whether a term is one word of capitals, whose case therefore counts.</summary>
    public static bool IsAcronym(ReadOnlySpan<char> term)
    {
        var capitals = 0;
        foreach (var c in term)
        {
            if (char.IsWhiteSpace(c) || char.IsLower(c))
                return false;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }

    /// <summary>Whether a word of the term has a capital after its first letter, so that its case is a matter of spelling ("ConfigMap", "IPsec").</summary>
    public static bool HasInnerCapital(ReadOnlySpan<char> term)
    {
        for (var i = 1; i < term.Length; i++)
        {
            if (char.IsUpper(term[i]) && char.IsLetter(term[i - 1]))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a use has the term's own capitals: in words that have one inside ("ConfigMap", "API") letter for letter, in all others
    /// as the sentence wants. The end of a plural may differ ("policies" of "policy").
    /// </summary>
    public static bool IsSame(ReadOnlySpan<char> use, ReadOnlySpan<char> term)
    {
        var at = 0;
        for (var i = 0; i < term.Length; i++)
        {
            if (!char.IsLetterOrDigit(term[i]))
                continue;
            while (at < use.Length && !char.IsLetterOrDigit(use[at]))
                at++;
            if (at == use.Length)
                return true;
            if (use[at] != term[i] && char.ToLowerInvariant(use[at]) == char.ToLowerInvariant(term[i]) && HasInnerCapital(WordAt(term, i)))
                return false;
            at++;
        }

        return true;
    }

    static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    /// <summary>Whether no letter is in lower case.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }
}
