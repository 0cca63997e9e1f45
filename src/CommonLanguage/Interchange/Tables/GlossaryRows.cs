using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;

namespace CommonLanguage.Interchange.Tables;

/// <summary>Entries as rows of a table that this service reads back as they were: one for each term, joined by the entry's id.</summary>
static class GlossaryRows
{
    /// <summary>Names of the columns.</summary>
    public static readonly ImmutableArray<string> Header =
    [
        "term", "definition", "language", "source", "status", "replaced_by", "note", "subject_field", "id", "scope_note", "valid_from", "valid_to",
        "form", "term_language", "adopts",
    ];

    /// <summary>The rows of an entry, a cell for each column.</summary>
    public static IEnumerable<string[]> Of(Revision revision)
    {
        var content = revision.Content;
        // A word is not replaced by itself: the entry's other rows say by what.
        var isOwn = content.Terms.Any(term => term.Text != content.ReplacedBy);
        foreach (var term in content.Terms)
        {
            yield return
            [
                PlainText.Encode(term.Text), PlainText.Encode(content.Definition), content.Language.Value, PlainText.Encode(content.Source),
                term.Status.ToString().ToLowerInvariant(), isOwn && term.Text == content.ReplacedBy ? "" : PlainText.Encode(content.ReplacedBy),
                PlainText.Encode(content.Note), PlainText.Encode(content.SubjectField), revision.EntryId, PlainText.Encode(content.ScopeNote),
                Day(content.ValidFrom), Day(content.ValidTo), FormWords.Of(term.Form), term.Language?.Value ?? "", content.Adopts,
            ];
        }
    }

    static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
