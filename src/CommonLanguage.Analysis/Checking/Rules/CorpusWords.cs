using System.Globalization;
using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>
/// What the documents of one corpus have in common: a term that stands in a third of them, or initials in a tenth, is their everyday
/// language, of which no single document need be told. Says nothing of fewer than ten documents. Not thread-safe.
/// </summary>
sealed class CorpusWords
{
    const int FewestDocuments = 10;
    const int CommonTermOneIn = 3;
    const int CommonInitialsOneIn = 10;

    readonly Dictionary<int, int> labels = [];
    readonly Dictionary<string, int> initials = new(StringComparer.Ordinal);
    readonly HashSet<(string Rule, string Word)> told = [];
    int documents;

    public void Learn(Document document, DocumentTerms terms)
    {
        documents++;
        foreach (var label in terms.Uses.Select(use => use.Label).Distinct())
            CollectionsMarshal.GetValueRefOrAddDefault(labels, label, out _)++;
        foreach (var word in terms.Acronyms.Select(word => Acronym.Singular(document.Text.AsSpan(word.Start, word.End - word.Start)).ToString()).Distinct(StringComparer.Ordinal))
            CollectionsMarshal.GetValueRefOrAddDefault(initials, word, out _)++;
    }

    /// <summary>Whether a term is common in the corpus.</summary>
    public bool IsCommon(int label) => documents >= FewestDocuments && labels.GetValueOrDefault(label) * CommonTermOneIn >= documents;

    /// <summary>Whether a rule has something to say of a term: once for the corpus where it is common, else in each document.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="label">Label of the term.</param>
    /// <param name="note">What to add to the message; empty where it is not common.</param>
    public bool IsNews(string rule, int label, out string note) => IsNews(rule, Word(label), IsCommon(label) ? labels[label] : 0, out note);

    /// <summary>The same for initials that are no term.</summary>
    public bool IsNews(string rule, string word, out string note)
    {
        var count = documents < FewestDocuments ? 0 : initials.GetValueOrDefault(word);
        return IsNews(rule, word, count * CommonInitialsOneIn >= documents ? count : 0, out note);
    }

    /// <summary>From now on a rule has nothing to say of a word that is common.</summary>
    public void Tell(string rule, string word) => told.Add((rule, word));

    /// <summary>A term among the words that rules have told of.</summary>
    public static string Word(int label) => label.ToString(CultureInfo.InvariantCulture);

    bool IsNews(string rule, string word, int count, out string note)
    {
        note = count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {count} of these documents use it, it is named once");
        return count == 0 || !told.Contains((rule, word));
    }
}
