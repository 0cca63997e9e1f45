using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>
/// Tells whether a word names what a finding is about: as the document has it, as the finding shows it, or in any form under which a look-up
/// finds one of its entries.
/// </summary>
public static class FindingNames
{
    /// <summary>Whether a word is one of the names.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="word">The word, in any spelling that counts as the same.</param>
    /// <param name="snapshot">The snapshot that it was found with.</param>
    public static bool Have(Finding finding, string word, GlossarySnapshot snapshot)
    {
        var key = NormalForm.Of(word);
        if (key.Length == 0)
            return false;
        if (IsSame(finding.Term) || IsSame(finding.Written) || TermForms.Of(finding.Term).Any(form => IsSame(form.Text)))
            return true;
        return finding.Entries.Any(entry => IsSame(entry.Term) || snapshot.FormsOf(entry.Name).Any(IsSame));

        bool IsSame(string other) =>
            other.Length > 0 && (string.Equals(other, word, StringComparison.OrdinalIgnoreCase) || string.Equals(NormalForm.Of(other), key, StringComparison.Ordinal));
    }
}
