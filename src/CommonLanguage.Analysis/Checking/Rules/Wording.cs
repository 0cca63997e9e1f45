using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>Puts one term in the place of another as a writer would: case, number and possessive go over.</summary>
static class Wording
{
    public static string Fit(ReadOnlySpan<char> use, string term)
    {
        var end = use is [.., '\'' or '\u2019', 's' or 'S'] ? use.Length - 2 : use.Length;
        var word = use[..end];
        var fitted = IsPlural(word) && !IsPlural(term) ? Plural(term) : term;
        return Cased(word, fitted, LetterCase.HasInnerCapital(term)) + use[end..].ToString();
    }

    /// <summary>Whether the last word is a plural: in the singular it is another one.</summary>
    public static bool IsPlural(ReadOnlySpan<char> text)
    {
        var last = text[(text.LastIndexOfAny(' ', '-') + 1)..].ToString();
        return last is [.., 's' or 'S' or 'a' or 'n' or 'e'] && !string.Equals(NormalForm.Of(last), NormalForm.OfPrefix(last), StringComparison.Ordinal);
    }

    static string Plural(string term) => term switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => term + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => term[..^1] + "ies",
        _ => term + "s",
    };

    static string Cased(ReadOnlySpan<char> use, string term, bool keepsCase)
    {
        if (keepsCase)
            return term;
        if (LetterCase.IsCapitals(use) && use.Contains(' '))
            return term.ToUpperInvariant();
        if (!char.IsUpper(use[0]))
            return term;
        var isTitle = use.Contains(' ');
        for (var i = 1; isTitle && i < use.Length; i++)
            isTitle = use[i - 1] != ' ' || char.IsUpper(use[i]);
        var letters = term.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || (isTitle && letters[i - 1] is ' ' or '-'))
                letters[i] = char.ToUpperInvariant(letters[i]);
        }

        return new(letters);
    }
}
