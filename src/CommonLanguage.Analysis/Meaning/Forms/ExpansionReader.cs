using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>Tells texts that only write out an abbreviation, by its initials (after Schwartz and Hearst 2003, without their scan of running text). Pure.</summary>
static class ExpansionReader
{
    /// <summary>An abbreviation of more letters is a word.</summary>
    const int LongestTerm = 8;

    public static bool IsExpansion(string term, string definition, ReadOnlySpan<TextSpan> words)
    {
        Span<char> letters = stackalloc char[LongestTerm];
        var count = Letters(term, letters);
        if (count < 2 || words.Length < 2 || words.Length > count * 2)
            return false;
        // A sentence says more than the name.
        var text = definition.AsSpan().TrimEnd();
        if (text.TrimEnd('.').ContainsAny(".;:"))
            return false;
        var next = 0;
        foreach (var span in words)
        {
            var word = definition.AsSpan(span.Start, span.End - span.Start);
            if (word.Equals(term, StringComparison.OrdinalIgnoreCase))
                continue;
            var used = 0;
            // "Internet" gives one letter, "Cross-Site" two, "XML" all of its own.
            for (var i = 0; i < word.Length && next < count; i++)
            {
                var initial = i == 0 || !char.IsLetterOrDigit(word[i - 1]);
                if (char.ToLowerInvariant(word[i]) != letters[next] || !(initial || used > 0))
                    continue;
                next++;
                used++;
            }

            if (used == 0 && !IsSmall(word))
                return false;
        }

        return next == count;
    }

    static int Letters(string term, Span<char> letters)
    {
        var count = 0;
        foreach (var c in term.AsSpan().Trim())
        {
            if (char.IsWhiteSpace(c) || (char.IsLetterOrDigit(c) && count == letters.Length))
                return 0;
            if (char.IsLetterOrDigit(c))
                letters[count++] = char.ToLowerInvariant(c);
        }

        // The plural of an abbreviation is written out in the plural.
        return count > 2 && letters[count - 1] == 's' && term.TrimEnd() is [.., not 'S'] && term.AsSpan().ContainsAnyInRange('A', 'Z') ? count - 1 : count;
    }

    static bool IsSmall(ReadOnlySpan<char> word) => word is "of" or "the" or "and" or "for" or "in" or "to" or "on" or "a" or "an" or "or" or "by" or "with" or "&"
        or "de" or "la" or "le" or "del" or "di" or "van" or "der" or "und" or "et" or "y" or "e" or "en" or "para" or "per" or "pour" or "des" or "delle" or "da";
}
