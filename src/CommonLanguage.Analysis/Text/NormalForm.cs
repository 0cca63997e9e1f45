namespace CommonLanguage.Analysis.Text;

/// <summary>
/// The key under which a word is looked up. Two texts with one key are the same word: case, width, hyphens, blanks, the points of
/// abbreviations, the possessive and the English plural do not count. Accents count, and nothing is stemmed: "authentication" is not
/// "authenticator". Capitals tell initials from words: "OSes" is "OS", "GAS" is not "GA", and "US" is not "us".
/// Idempotent: the normal form of a normal form is itself. Pure and thread-safe.
/// </summary>
public static class NormalForm
{
    /// <summary>The version of the rule. A store whose keys have another version makes them again when it is opened.</summary>
    public const int Version = 2;

    // Ends a key whose letters are another word's: "us^" of "US", "reform^" of "re-form", "keygas^" of "key gas", which is no plural.
    const char Marker = '^';

    /// <summary>The key of a term; empty when nothing of it can be seen.</summary>
    public static string Of(string term)
    {
        var folded = Folding.Of(term);
        if (folded.Length == 0)
            return OfSigns(term);
        var shape = Initials.ShapeOf(term, out var ending);
        if (shape == WordShape.PluralOfInitials && folded.EndsWith('s'))
            folded = folded[..^ending];
        var plain = AbbreviationPoints.Without(folded, out var isPointed);
        if (shape == WordShape.Initials && Plural.IsOfCommonWord(plain))
            shape = WordShape.Word;
        var isInitials = shape != WordShape.Word || isPointed;
        var phrase = Plural.SingularOfPhrase(plain, keepsLast: isInitials);
        var key = Compound.Join(phrase);
        var isAnother = isInitials
            ? Initials.IsAnotherWord(key)
            : Compound.IsOfTwo(phrase) || (key.Length < phrase.Length && Plural.OfPhrase(key) is not null);
        return isAnother ? key + Marker : key;
    }

    /// <summary>The key with which the keys of all terms begin that begin with a text: as <see cref="Of"/>, the last word
    /// as typed.</summary>
    public static string OfPrefix(string prefix) => Compound.Join(AbbreviationPoints.Without(Folding.Of(prefix), out _));

    /// <summary>The key of a term that is nothing but punctuation ("..."): itself, so that such terms are told apart.</summary>
    static string OfSigns(string term) =>
        string.Join(' ', CompatibleForm.Of(term).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
