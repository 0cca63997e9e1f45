using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Glossary;

namespace CommonLanguage.Conflicts;

/// <summary>Whether a later revision means something else than the one that was judged. A comma is not a change of meaning.</summary>
static class MeaningChange
{
    /// <summary>How the meaning has changed, in words; null when it has not.</summary>
    public static string? Of(EntryContent judged, string term, string definition, string language)
    {
        if (string.Equals(judged.Definition, definition, StringComparison.Ordinal))
            return null;
        var comparison = MeaningComparer.Compare(
            DefinitionReading.Of(judged.Term.Text, judged.Definition, judged.Language.Value), DefinitionReading.Of(term, definition, language));
        if (comparison.Relation == Relation.Exact && comparison.Conflict < MeaningComparer.ConflictThreshold)
            return null;
        return comparison.Evidence.IsEmpty ? "it now says something else" : $"before: {comparison.Evidence[0].Reason}";
    }

    /// <summary>How the meaning has changed since a revision, in words; null when it has not.</summary>
    public static string? Of(Revision judged, Revision now) =>
        judged.Key == now.Key ? null : Of(judged.Content, now.Content.Term.Text, now.Content.Definition, now.Content.Language.Value);
}
