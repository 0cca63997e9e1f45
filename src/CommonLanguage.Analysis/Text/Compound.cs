using System.Collections.Frozen;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// Writes the words of a term as one: "e mail" is "email", "iso 9001" is "iso9001". Numbers side by side stay two; so do words that
/// mean something else as one: "re-cover" beside "recover", "every day" beside "everyday".
/// </summary>
static class Compound
{
    // What "re" makes another word of when no hyphen stands behind it, and the endings with which it still does.
    static readonly string[] AfterRe =
    [
        "act", "bound", "cede", "collect", "count", "cover", "creat", "dress", "form", "fus", "lay", "lease", "mark", "pair", "pos",
        "present", "press",
        "prov", "search", "sent", "serv", "sign", "solv", "sort", "sound", "stor", "strain", "tire", "treat", "turn", "view",
    ];

    static readonly FrozenSet<string> Endings = new[]
    {
        "", "s", "es", "e", "ed", "d", "ing", "er", "ers", "y", "ies", "ion", "ions", "or", "ors", "ation",
        "ations", "al", "als", "ment", "ments",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Two words that are another word when they are written as one.
    static readonly FrozenSet<string> Apart = new[]
    {
        "a cross", "a part", "a side", "a way", "a while", "all ready", "all together", "all ways", "any body", "any one", "any way", "co op",
        "every body", "every day",
        "every one", "for ever", "in to", "may be", "no body", "on to", "some body", "some day", "some one",
        "some time", "some times", "un ionised", "un ionized", "up on",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words as one.</summary>
    /// <param name="text">A folded text.</param>
    public static string Join(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
            return text;
        Span<char> joined = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || KeepsBlank(text, i))
                joined[length++] = text[i];
        }

        return new(joined[..length]);
    }

    /// <summary>Whether the words are two where one word of the same letters means something else.</summary>
    /// <param name="text">A folded text.</param>
    public static bool IsOfTwo(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
            return false;
        for (var at = text.IndexOf("re ", StringComparison.Ordinal); at >= 0; at = text.IndexOf("re ", at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || text[at - 1] == ' ') && IsAfterRe(text.AsSpan(at + 3)))
                return true;
        }

        return Apart.Contains(text);
    }

    // Numbers side by side are two; what is no letter would change the word before.
    static bool KeepsBlank(string text, int blank) =>
        blank == 0 || blank + 1 == text.Length || !Binds(text[blank - 1]) || !Binds(text[blank + 1])
        || (char.IsDigit(text[blank - 1]) && char.IsDigit(text[blank + 1]));

    static bool Binds(char c) => char.IsLetterOrDigit(c) || c is '&' or '/';

    static bool IsAfterRe(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        foreach (var stem in AfterRe)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal)
                && Endings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[stem.Length..]))
                return true;
        }

        return false;
    }
}
