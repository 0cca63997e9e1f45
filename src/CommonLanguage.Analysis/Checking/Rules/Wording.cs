using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>Puts one term in the place of another as a writer would: case, number and possessive go over, and "a" or "an" follows.</summary>
static class Wording
{
    static readonly string[] Prepositions = [" of ", " in ", " at ", " for ", " to ", "-in-", "-of-", " by "];

    static readonly (string Single, string Plural)[] Irregular =
    [
        ("man", "men"), ("person", "people"), ("child", "children"), ("sis", "ses"), ("criterion", "criteria"), ("phenomenon", "phenomena"), ("medium", "media"), ("life", "lives"),
    ];

    /// <summary>How the words around ask for capitals.</summary>
    public enum Around
    {
        /// <summary>Not at all.</summary>
        Running,
        /// <summary>A sentence begins.</summary>
        SentenceStart,
        /// <summary>The words that are long enough have a capital each.</summary>
        Title,
        /// <summary>All letters are capitals.</summary>
        Capitals,
    }

    /// <summary>Another term as it stands in the place of a use.</summary>
    /// <param name="use">The words in the text.</param>
    /// <param name="form">The term they are, as the glossary writes it.</param>
    /// <param name="term">The other term.</param>
    /// <param name="around">What stands around.</param>
    public static string Fit(ReadOnlySpan<char> use, string form, string term, Around around)
    {
        var end = use is [.., '\'' or '\u2019', 's' or 'S'] ? use.Length - 2 : use.Length;
        var word = use[..end];
        var fitted = IsPlural(word) && !IsPlural(form) && !IsPlural(term) ? Plural(term) : term;
        return Cased(word, form, fitted, LetterCase.HasInnerCapital(term), around) + use[end..].ToString();
    }

    /// <summary>Whether the last word is a plural, in the singular another one, or the noun before a preposition is ("points of sale").</summary>
    public static bool IsPlural(ReadOnlySpan<char> text)
    {
        foreach (var preposition in Prepositions)
        {
            if (text.IndexOf(preposition, StringComparison.Ordinal) is > 0 and var head && IsPlural(text[..head]))
                return true;
        }

        var last = text[(text.LastIndexOfAny(' ', '-') + 1)..].ToString();
        return last is [.., 's' or 'S' or 'a' or 'n' or 'e'] && !string.Equals(NormalForm.Of(last), NormalForm.OfPrefix(last), StringComparison.Ordinal);
    }

    /// <summary>Whether "an" stands before a text in English, not "a": by the sound of its first word, of initials by that of their first letter.</summary>
    public static bool TakesAn(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', '-');
        var word = end < 0 ? text : text[..end];
        if (word.IsEmpty)
            return false;
        if (LetterCase.IsAcronym(Acronym.Singular(word)) || (word.Length == 1 && char.IsUpper(word[0])))
            return IsSpelt(word) ? "AEFHILMNORSX8".Contains(word[0], StringComparison.Ordinal) : "AEIO".Contains(word[0], StringComparison.Ordinal);
        Span<char> lower = stackalloc char[Math.Min(word.Length, 8)];
        _ = word[..lower.Length].ToLowerInvariant(lower);
        ReadOnlySpan<char> start = lower;
        if (start.StartsWith("hour") || start.StartsWith("honest") || start.StartsWith("honour") || start.StartsWith("honor") || start.StartsWith("heir"))
            return true;
        if (start is "one" or "once" || start.StartsWith("eu") || start.StartsWith("ubi") || start.StartsWith("uti") || start.StartsWith("usu")
            || start.StartsWith("use") || start.StartsWith("usa") || start.StartsWith("ura") || (start.StartsWith("uni") && !start.StartsWith("unin") && !start.StartsWith("unim")))
            return false;
        return start[0] is 'a' or 'e' or 'i' or 'o' or 'u' or '8';
    }

    // "MFA" is said letter by letter, "LAN" as a word: a vowel between two consonants.
    static bool IsSpelt(ReadOnlySpan<char> initials)
    {
        if (initials is "LED" or "SUV" or "SOP" or "HIV" or "FAQ")
            return true;
        return initials.Length < 3 || IsVowel(initials[0]) || !IsVowel(initials[1]) || IsVowel(initials[2]) || !char.IsUpper(initials[2]);

        static bool IsVowel(char c) => c is 'A' or 'E' or 'I' or 'O' or 'U';
    }

    // The first of the ways to make a plural whose singular is the term.
    static string Plural(string term)
    {
        var single = NormalForm.Of(term);
        foreach (var plural in Plurals(term))
        {
            if (string.Equals(NormalForm.Of(plural), single, StringComparison.Ordinal))
                return plural;
        }

        return WithS(term);
    }

    static IEnumerable<string> Plurals(string term)
    {
        // "Indicators of compromise".
        foreach (var preposition in Prepositions)
        {
            if (term.IndexOf(preposition, StringComparison.Ordinal) is > 0 and var head)
                yield return WithS(term[..head]) + term[head..];
        }

        foreach (var (single, plural) in Irregular)
        {
            if (term.EndsWith(single, StringComparison.OrdinalIgnoreCase))
                yield return term[..^single.Length] + plural;
        }

        yield return WithS(term);
    }

    static string WithS(string term) => term switch
    {
        _ when LetterCase.IsAcronym(term.AsSpan(term.LastIndexOfAny([' ', '-']) + 1)) => term + (term[^1] == 'S' ? "es" : "s"),
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => term + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => term[..^1] + "ies",
        _ => term + "s",
    };

    static string Cased(ReadOnlySpan<char> use, string form, string term, bool keepsCase, Around around)
    {
        var isOfInitials = LetterCase.IsCapitals(form);
        if (around == Around.Capitals || (LetterCase.IsCapitals(use) && !isOfInitials))
            return keepsCase ? term : term.ToUpperInvariant();
        if (keepsCase)
            return term;
        if (!char.IsUpper(use[0]))
            return char.IsUpper(form[0]) && !LetterCase.HasInnerCapital(form) && IsCapitalised(term) && term != form ? Initially(term, char.ToLowerInvariant, everyWord: true) : term;
        // The capital of "CLI" is its own, that of "Sprocket" where the glossary has "sprocket" is the sentence's.
        if (isOfInitials || LetterCase.HasInnerCapital(form) || char.IsUpper(form[0]))
        {
            return around switch
            {
                Around.Title => Initially(term, char.ToUpperInvariant, everyWord: true),
                Around.SentenceStart => Initially(term, char.ToUpperInvariant, everyWord: false),
                _ => term,
            };
        }

        return Initially(term, char.ToUpperInvariant, IsCapitalised(use, isTitle: true) || (around == Around.Title && !use.ContainsAny(' ', '-')));
    }

    // Each word begins with a capital; of a title at least two. A name with a capital after a hyphen ("Wi-Fi") is no matter of style.
    static bool IsCapitalised(ReadOnlySpan<char> text, bool isTitle = false)
    {
        var capitals = text.IsEmpty || !char.IsUpper(text[0]) ? 0 : 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] == '-' && char.IsUpper(text[i]) && !isTitle)
                return false;
            if (text[i - 1] != ' ')
                continue;
            if (!char.IsUpper(text[i]))
                return false;
            capitals++;
        }

        return capitals > (isTitle ? 1 : 0);
    }

    static string Initially(string term, Func<char, char> change, bool everyWord)
    {
        var letters = term.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || (everyWord && letters[i - 1] is ' ' or '-'))
                letters[i] = change(letters[i]);
        }

        return new(letters);
    }
}
