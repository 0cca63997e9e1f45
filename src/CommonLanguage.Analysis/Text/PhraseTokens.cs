namespace CommonLanguage.Analysis.Text;

/// <summary>
/// The tokens under which a term stands in a <see cref="TokenTrie"/>. Inner words keep their number, the last word counts in the
/// singular, as in <see cref="NormalForm"/>: "access controls list" is not "access control list", "access control lists" is.
/// </summary>
static class PhraseTokens
{
    /// <summary>
    /// The tokens of a term, none when it has no word or holds a character that is no part of any word; and, for a term of two
    /// words, the token of both written as one ("e-mail": "email").
    /// </summary>
    public static (string[] Path, string? Joined) Of(string term)
    {
        List<(string Text, bool IsWord)> found = [];
        var tokens = new TermTokenizer(term);
        while (tokens.MoveNext())
            found.Add((term[tokens.Start..tokens.End], tokens.IsWord));
        if (!found.Exists(token => token.IsWord))
            return ([], null);

        var path = new string[found.Count];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = i == path.Length - 1 ? Last(found[i].Text) : Inner(found[i].Text);
            if (path[i].Length == 0)
                return ([], null);
        }

        return (path, found is [(var first, true), (var second, true)] ? Last(first + second) : null);
    }

    /// <summary>A word inside a term.</summary>
    public static string Inner(string word) => IsMark(word) ? word : NormalForm.OfPrefix(word);

    /// <summary>The last word of a term.</summary>
    public static string Last(string word) => IsMark(word) ? word : NormalForm.Of(word);

    static bool IsMark(string token) => token.Length == 1 && !TermTokenizer.IsWordStart(token[0]);
}
