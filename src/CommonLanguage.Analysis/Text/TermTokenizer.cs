using System.Globalization;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// Walks over a text as terms are matched in it: words (runs of letters, digits and marks, with apostrophes between letters, soft
/// hyphens and zero-width characters inside) and single other characters. White space, and a hyphen between two words, are no token
/// but the gap before one: "gap pad", "gap-pad" and "gap  pad" are the same two tokens. Allocates nothing.
/// </summary>
public ref struct TermTokenizer(ReadOnlySpan<char> text, int start = 0)
{
    readonly ReadOnlySpan<char> text = text;
    int next = start;

    /// <summary>Where the current token begins, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>After the end of the current token, in UTF-16 units.</summary>
    public int End { get; private set; }

    /// <summary>Whether the current token is a word, not a single other character.</summary>
    public bool IsWord { get; private set; }

    /// <summary>What stands between the previous token and the current one.</summary>
    public TokenGap Gap { get; private set; }

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool MoveNext()
    {
        var text = this.text;
        var at = next;
        Gap = TokenGap.None;
        while (at < text.Length && IsSpace(text[at]))
        {
            Gap = TokenGap.Space;
            at++;
        }

        if (at >= text.Length)
        {
            next = at;
            return false;
        }

        if (Gap == TokenGap.None && IsWord && at == End && at > 0 && IsHyphen(text[at]) && at + 1 < text.Length && IsWordStart(text[at + 1]))
        {
            Gap = TokenGap.Hyphen;
            at++;
        }

        Start = at;
        IsWord = IsWordStart(text[at]);
        at++;
        if (IsWord)
        {
            while (at < text.Length && (IsAsciiWordPart(text[at]) || IsWordPart(text, at)))
                at++;
        }

        End = next = at;
        return true;
    }

    /// <summary>Whether a character can begin a word.</summary>
    public static bool IsWordStart(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)));

    /// <summary>Whether a character binds two words to a compound: hyphen-minus, hyphen, non-breaking hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    static bool IsSpace(char c) => c is ' ' or '\n' || (c is < '!' or > '\u007E' && char.IsWhiteSpace(c));

    static bool IsAsciiWordPart(char c) => c < 128 && (((c < 64 ? LowWordParts : HighWordParts) >> c) & 1) != 0;

    // A bit for each digit, and for each letter.
    const ulong LowWordParts = 0x03FF_0000_0000_0000, HighWordParts = 0x07FF_FFFE_07FF_FFFE;

    static bool IsWordPart(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (IsApostrophe(c))
            return at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);
        return c > '\u007F' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060'
            || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }
}
