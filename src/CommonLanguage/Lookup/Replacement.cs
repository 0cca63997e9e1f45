using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>The word to use instead of one form of an entry. A word that is wanted is never replaced by itself or by its own entry.</summary>
static class Replacement
{
    /// <summary>The word or entry to use instead; null when the form is to be used.</summary>
    /// <param name="content">The entry.</param>
    /// <param name="key">Normal form of the form asked for.</param>
    /// <param name="status">Its status.</param>
    public static string? Of(EntryContent content, string key, TermStatus status)
    {
        var isWanted = status is TermStatus.Preferred or TermStatus.Admitted;
        if (content.ReplacedBy.Length > 0)
        {
            var instead = NormalForm.Of(content.ReplacedBy);
            if (!string.Equals(instead, key, StringComparison.Ordinal) && !(isWanted && IsOwn(content, instead)))
                return content.ReplacedBy;
        }

        return isWanted ? null : Preferred(content, key);
    }

    static bool IsOwn(EntryContent content, string word)
    {
        foreach (var term in content.Terms)
        {
            if (string.Equals(NormalForm.Of(term.Text), word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    static string? Preferred(EntryContent content, string key)
    {
        foreach (var term in content.Terms)
        {
            if (term.Status == TermStatus.Preferred && !string.Equals(NormalForm.Of(term.Text), key, StringComparison.Ordinal))
                return term.Text;
        }

        return null;
    }
}
