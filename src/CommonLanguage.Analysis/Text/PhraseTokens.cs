namespace CommonLanguage.Analysis.Text;

/// <summary>
/// The tokens under which a term stands in a <see cref="TokenTrie"/>. Inner words keep their number, the last word counts in the
/// singular, as in <see cref="NormalForm"/>: "access controls list" is not "access control list", "access control lists" is.
/// </summary>
static class PhraseTokens
{
    /// <summary>
    /// The tokens of a term, none when it has no word or holds a character that is no part of any word; and the tokens with two words
    /// written as one, where a hyphen binds them or the term has no others ("multi-factor login": "multifactor login").
    /// </summary>
    public static (string[] Path, IReadOnlyList<string[]> Joined) Of(string term)
    {
        List<(string Text, bool IsWord, bool IsBound)> found = [];
        var tokens = new TermTokenizer(term);
        while (tokens.MoveNext())
            found.Add((term[tokens.Start..tokens.End], tokens.IsWord, tokens.Gap == TokenGap.Hyphen));
        if (!found.Exists(token => token.IsWord))
            return ([], []);

        var path = new string[found.Count];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = i == path.Length - 1 ? Last(found[i].Text) : Inner(found[i].Text);
            if (path[i].Length == 0)
                return ([], []);
        }

        List<string[]> joined = [];
        for (var i = 0; i + 1 < path.Length; i++)
        {
            if (!found[i].IsWord || !found[i + 1].IsWord || !(found[i + 1].IsBound || path.Length == 2))
                continue;
            var word = AsOne(found[i].Text, found[i + 1].Text);
            if (word.Length == 0)
                continue;
            joined.Add([.. path[..i], i + 2 == path.Length ? Last(word) : Inner(word), .. path[(i + 2)..]]);
        }

        return (path, joined);
    }

    /// <summary>Two words written as one; empty where that is another word ("re-form": "reform").</summary>
    public static string AsOne(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var word = string.Concat(first, second);
        return string.Equals(NormalForm.Of(word), NormalForm.Of(string.Concat(first, "-", second)), StringComparison.Ordinal) ? word : "";
    }

    /// <summary>A word inside a term.</summary>
    public static string Inner(string word) => IsMark(word) ? word : NormalForm.OfPrefix(word);

    /// <summary>The last word of a term.</summary>
    public static string Last(string word) => IsMark(word) ? word : NormalForm.Of(word);

    static bool IsMark(string token) => token.Length == 1 && !TermTokenizer.IsWordStart(token[0]);
}
