using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// The forms hidden in one term as glossaries write it: "certificate revocation list (CRL)" is found under the whole, under
/// "certificate revocation list" and under "CRL"; "access control (physical)" under the whole and "access control", not "physical".
/// </summary>
public static class TermForms
{
    /// <summary>The forms of a term, the term itself first, each normal form once.</summary>
    public static ImmutableArray<FoundForm> Of(string term)
    {
        var whole = NormalForm.Of(term);
        var open = term.LastIndexOf('(');
        if (open <= 0 || term[^1] != ')' || term.IndexOf('(', StringComparison.Ordinal) != open)
            return [new(term, FoundFormKind.Whole, whole)];
        var before = term[..open].TrimEnd();
        var inside = term[(open + 1)..^1].Trim();
        var forms = ImmutableArray.CreateBuilder<FoundForm>(3);
        forms.Add(new(term, FoundFormKind.Whole, whole));
        if (before.Length < 2 || inside.Length == 0)
            return forms.DrainToImmutable();
        Add(forms, before, FoundFormKind.WithoutBrackets);
        if (IsAbbreviation(inside, before) || IsAbbreviation(before, inside))
            Add(forms, inside, FoundFormKind.Abbreviation);
        return forms.DrainToImmutable();
    }

    /// <summary>
    /// Whether a short form abbreviates the words: at least two characters, mostly capitals or digits, its first letter among the words'
    /// initials, and all its letters in the words, in order (after Schwartz and Hearst 2003, simplified): "canister (COMSEC)" names a field.
    /// </summary>
    static bool IsAbbreviation(string shortForm, string words)
    {
        if (shortForm.Length is < 2 or > 12 || shortForm.Length >= words.Length || shortForm.Contains(' ', StringComparison.Ordinal))
            return false;
        var capitals = shortForm.Count(c => char.IsUpper(c) || char.IsDigit(c));
        if (capitals < 2 || capitals * 2 < shortForm.Length)
            return false;
        if (!AreInOrder(shortForm, words))
            return false;
        var first = char.ToUpperInvariant(shortForm[0]);
        for (var i = 0; i < words.Length; i++)
        {
            if ((i == 0 || !char.IsLetterOrDigit(words[i - 1])) && char.ToUpperInvariant(words[i]) == first)
                return true;
        }

        return false;
    }

    // A plural's own "s" need not be there, nor a figure.
    static bool AreInOrder(string shortForm, string words)
    {
        var at = 0;
        for (var i = 0; i < shortForm.Length; i++)
        {
            if (!char.IsLetter(shortForm[i]) || (i == shortForm.Length - 1 && shortForm[i] == 's'))
                continue;
            while (at < words.Length && char.ToUpperInvariant(words[at]) != char.ToUpperInvariant(shortForm[i]))
                at++;
            if (at++ >= words.Length)
                return false;
        }

        return true;
    }

    static void Add(ImmutableArray<FoundForm>.Builder forms, string text, FoundFormKind kind)
    {
        var key = NormalForm.Of(text);
        if (key.Length == 0)
            return;
        foreach (var form in forms)
        {
            if (string.Equals(form.Key, key, StringComparison.Ordinal))
                return;
        }

        forms.Add(new(text, kind, key));
    }
}
