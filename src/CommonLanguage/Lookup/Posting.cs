using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>One form under which an entry is found.</summary>
/// <param name="Sense">The entry's current meaning.</param>
/// <param name="Form">The form as written; null when it is the first term.</param>
/// <param name="Status">Whether the owner wants the form used.</param>
/// <param name="IsOther">An abbreviation or a further term, not the first term.</param>
public readonly record struct Posting(Sense Sense, string? Form, TermStatus Status, bool IsOther)
{
    /// <summary>The word or entry to use instead of the form; null when there is none.</summary>
    public string? Replacement { get; init; }
}
