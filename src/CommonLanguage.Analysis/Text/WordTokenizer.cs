namespace CommonLanguage.Analysis.Text;

/// <summary>
/// Walks over the words of a text: runs of letters, digits and marks; apostrophes, hyphens and points between two letters or digits
/// stay inside ("e-mail", "1.5", "organisation's"). After Unicode TR 29, simplified. Allocates nothing.
/// </summary>
public ref struct WordTokenizer(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> text = text;
    int next;

    /// <summary>Where the current word begins, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>After the end of the current word, in UTF-16 units.</summary>
    public int End { get; private set; }

    /// <summary>The current word.</summary>
    public readonly ReadOnlySpan<char> Word => text[Start..End];

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        var at = next;
        while (at < text.Length && !IsWord(text[at]))
            at++;
        Start = at;
        while (at < text.Length && (IsWord(text[at]) || (IsJoiner(text[at]) && at > Start && at + 1 < text.Length && IsWord(text[at + 1]))))
            at++;
        End = next = at;
        return End > Start;
    }

    static bool IsWord(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c > '\u007F' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark));

    static bool IsJoiner(char c) => c is '\'' or '\u2019' or '-' or '\u2010' or '\u2011' or '.' or ',' or '\u00AD';
}
