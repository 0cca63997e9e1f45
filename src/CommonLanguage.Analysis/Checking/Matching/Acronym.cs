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

    /// <summary>Whether the words are nothing but what the acronym stands for: "root certificate authority" is no "CA".</summary>
    public static bool IsExactly(ReadOnlySpan<char> acronym, ReadOnlySpan<char> words) =>
        !words.IsEmpty && char.ToUpperInvariant(words[0]) == acronym[0] && IsExpandedBy(acronym, words);

    /// <summary>Whether a text begins with what the acronym stands for.</summary>
    public static bool Begins(ReadOnlySpan<char> acronym, ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \"'\u201C*_");
        var end = text.IndexOfAny(')', '\n', '.');
        text = end < 0 ? text : text[..end];
        var words = 0;
        for (var at = 1; at <= text.Length && words < acronym.Length + 3; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1])))
                continue;
            words++;
            if (IsExactly(acronym, text[..at]))
                return true;
        }

        return false;
    }

    /// <summary>Whether words with capitals stand in a row in a text whose initials are the acronym, small words between them passed over.</summary>
    public static bool StandsAsNameIn(ReadOnlySpan<char> acronym, ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOf(acronym[0]) is >= 0 and var length; at++)
        {
            at += length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && IsNameAt(acronym, text[at..]))
                return true;
        }

        return false;
    }

    static bool IsNameAt(ReadOnlySpan<char> acronym, ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var letter = 0; letter < acronym.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            var word = text[at..end];
            var isSmall = letter > 0 && word.Length is > 0 and <= 3 && !word.ContainsAnyInRange('A', 'Z');
            if (!isSmall && (word.Length < 2 || word[0] != acronym[letter] || !char.IsLower(word[1])))
                return false;
            letter += isSmall ? 0 : 1;
            if (letter < acronym.Length && (end >= text.Length || text[end] is not (' ' or '-' or '\n')))
                return false;
            at = end + 1;
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
