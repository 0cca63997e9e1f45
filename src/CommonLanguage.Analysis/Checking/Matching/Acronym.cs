namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>What acronyms look like, and what they stand for.</summary>
static class Acronym
{
    /// <summary>Whether a word is 2 to 6 capitals and digits, beginning with a capital and holding two, maybe with a plural s.</summary>
    public static bool HasForm(ReadOnlySpan<char> word)
    {
        word = Singular(word);
        if (word.Length is < 2 or > 6 || !char.IsAsciiLetterUpper(word[0]))
            return false;
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiLetterUpper(c))
                capitals++;
            else if (!char.IsAsciiDigit(c))
                return false;
        }

        return capitals >= 2;
    }

    /// <summary>Without a plural or possessive s.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word switch
    {
        [.., '\'' or '\u2019', 's'] => word[..^2],
        [.., 's'] when word.Length > 2 => word[..^1],
        _ => word,
    };

    /// <summary>
    /// Whether the words before a place end with ones whose initials give the acronym ("certificate revocation list"), each letter of
    /// it beginning a word in turn, small words free to be passed over (after Schwartz and Hearst 2003).
    /// </summary>
    public static bool IsExpandedBy(ReadOnlySpan<char> acronym, ReadOnlySpan<char> before)
    {
        var letter = acronym.Length - 1;
        var skipped = 0;
        var end = before.Length;
        while (letter >= 0)
        {
            while (end > 0 && !char.IsLetterOrDigit(before[end - 1]))
                end--;
            var start = end;
            while (start > 0 && char.IsLetterOrDigit(before[start - 1]))
                start--;
            if (start == end)
                return false;
            if (char.ToUpperInvariant(before[start]) == acronym[letter])
            {
                letter--;
                skipped = 0;
            }
            else if (++skipped > 2 || letter == acronym.Length - 1)
            {
                // "eXtensible Markup Language": a letter may stand inside the word whose initial comes next.
                if (!ContainsInside(before[start..end], acronym[letter]))
                    return false;
                letter--;
                if (letter >= 0 && char.ToUpperInvariant(before[start]) == acronym[letter])
                    letter--;
                skipped = 0;
            }

            end = start;
        }

        return true;
    }

    static bool ContainsInside(ReadOnlySpan<char> word, char capital)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.ToUpperInvariant(word[i]) == capital)
                return true;
        }

        return false;
    }
}
