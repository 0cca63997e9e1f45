using System.Collections.Frozen;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// Tells initials from words by their capitals, before the case is folded. A small "s" or "es" behind capitals is a plural; a capital
/// S at the end belongs to the initials.
/// </summary>
static class Initials
{
    // Longer words in capitals are loud, not initials.
    const int Longest = 7;

    // In lower case these are words that nobody looks up, and no initials.
    static readonly FrozenSet<string> FunctionWords = (
        "a all am an and any are as at be but by can did do for get go had has he her him his how i if in into is it its let may me my no "
        + "nor not of off on one or our out own per put say see set she so "
        + "than that the then they this to too two up us use was way we were what when who "
        + "why will with you").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the last word of a text is by its capitals.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="ending">Number of letters that make the plural of initials.</param>
    public static WordShape ShapeOf(ReadOnlySpan<char> text, out int ending)
    {
        ending = 0;
        if (text.IndexOfAnyInRange('A', 'Z') < 0 && System.Text.Ascii.IsValid(text))
            return WordShape.Word;
        var word = LastWord(text);
        int capitals = 0, small = 0, digits = 0;
        foreach (var c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            small += char.IsLower(c) ? 1 : 0;
            digits += char.IsDigit(c) ? 1 : 0;
        }

        if (capitals == 0 || capitals + digits < 2)
            return WordShape.Word;
        if (word[^1] is not ('s' or '\uFF53'))
        {
            var isWhole = small == 0 ? capitals <= Longest || word.Length == text.Length && digits > 0 : word[^1] == 'S' && capitals > 1;
            return isWhole ? WordShape.Initials : WordShape.Word;
        }

        ending = word is [.., 'S' or 'X' or 'Z', 'e', 's'] or [.., 'C' or 'S', 'H', 'e', 's'] ? 2 : 1;
        var last = word[^(ending + 1)];
        return word.Length > ending + 1 && (char.IsUpper(last) || char.IsDigit(last)) && small - ending <= capitals
            ? WordShape.PluralOfInitials : WordShape.Word;
    }

    /// <summary>Whether the key of initials is a word of its own in small letters ("us"), or the plural of one ("gas").</summary>
    public static bool IsAnotherWord(string key) => FunctionWords.Contains(key) || Plural.OfPhrase(key) is not null;

    static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && !char.IsLetterOrDigit(text[^1]))
            text = text[..^1];
        if (text is [.., '\'' or '\u2019' or '`' or '\u00B4', 's' or 'S'])
            text = text[..^2];
        var start = text.Length;
        var hasLetters = false;
        while (start > 0)
        {
            var c = text[start - 1];
            // "F-16s" and "CD-Rs" are one word.
            if (!char.IsLetterOrDigit(c) && c is not ('&' or '/' or '.')
                && (!TermTokenizer.IsHyphen(c) || (hasLetters && text.Length - start > 2)))
                break;
            hasLetters |= char.IsLetter(c) && start < text.Length;
            start--;
        }

        return text[start..];
    }
}
