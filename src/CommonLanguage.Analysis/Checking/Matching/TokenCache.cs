using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>
/// Numbers of the tokens of a text: each surface form is normalised and looked up once. Texts repeat few forms, so this is what makes
/// matching cheap. Not thread-safe.
/// </summary>
sealed class TokenCache(GlossarySnapshot snapshot)
{
    // Documents made to fill the memory would have as many forms as words.
    const int MostForms = 1_000_000;

    readonly Dictionary<string, CachedToken> known = new(4_096, StringComparer.Ordinal);
    Dictionary<string, CachedToken>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly CachedToken[] marks = CreateMarks(snapshot);
    bool isReady;

    /// <summary>The numbers of a word.</summary>
    public CachedToken Word(ReadOnlySpan<char> surface)
    {
        if (!isReady)
            (lookup, isReady) = (known.GetAlternateLookup<ReadOnlySpan<char>>(), true);
        return lookup.TryGetValue(surface, out var token) ? token : Add(surface.ToString(), surface.ToString());
    }

    /// <summary>The numbers of two words that a hyphen binds, written as one.</summary>
    public CachedToken Joined(ReadOnlySpan<char> surface, int hyphen) =>
        lookup.TryGetValue(surface, out var token) ? token : Add(surface.ToString(), string.Concat(surface[..hyphen], surface[(hyphen + 1)..]));

    /// <summary>The numbers of a single other character.</summary>
    public CachedToken Mark(char mark) => mark < marks.Length ? marks[mark] : CachedToken.None;

    CachedToken Add(string surface, string word)
    {
        var (inner, last) = (PhraseTokens.Inner(word), PhraseTokens.Last(word));
        var innerToken = snapshot.Token(inner);
        var token = new CachedToken(innerToken, string.Equals(inner, last, StringComparison.Ordinal) ? innerToken : snapshot.Token(last), Acronym.HasForm(surface), last);
        if (known.Count < MostForms)
            known.Add(surface, token);
        return token;
    }

    static CachedToken[] CreateMarks(GlossarySnapshot snapshot)
    {
        var marks = new CachedToken[128];
        for (var c = 0; c < marks.Length; c++)
        {
            var number = char.IsControl((char)c) ? -1 : snapshot.Token(((char)c).ToString());
            marks[c] = new(number, number, false, "");
        }

        return marks;
    }
}
