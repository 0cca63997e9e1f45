using CommonLanguage.Analysis.Text.Unicode;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>Brings a word of a running text to the form under which the word table knows it: lower case, no possessive, compatibility forms folded.</summary>
static class WordFold
{
    /// <summary>Longer words are cut here: nothing that long is told apart by its end.</summary>
    public const int MaxLength = 48;

    /// <summary>Folds a word into a buffer of at least <see cref="MaxLength"/> characters and gives its length.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c is > '\u007F' and not '\u2019')
                return FoldSlowly(word, into);
            if (length == MaxLength)
                break;
            into[length++] = c switch
            {
                >= 'A' and <= 'Z' => (char)(c | 0x20),
                '\u2019' => '\'',
                _ => c,
            };
        }

        return WithoutPossessive(into[..length]);
    }

    static int FoldSlowly(ReadOnlySpan<char> word, Span<char> into)
    {
        // Unpaired surrogates become U+FFFD, a hundred marks on one letter stay within the cut: normalising is safe and short.
        var text = Nfkc.Of(string.Concat(word[..Math.Min(word.Length, 2 * MaxLength)].ToString().EnumerateRunes())).ToLowerInvariant();
        var length = 0;
        foreach (var c in text)
        {
            if (length == MaxLength)
                break;
            if (c is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF'))
                into[length++] = c == '\u2019' ? '\'' : c;
        }

        return WithoutPossessive(into[..length]);
    }

    static int WithoutPossessive(ReadOnlySpan<char> word) => word switch
    {
        [_, _, .., '\'', 's'] => word.Length - 2,
        [_, .., 's', '\''] => word.Length - 1,
        _ => word.Length,
    };
}
