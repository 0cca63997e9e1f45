using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>A content on its way into an organisation's glossary.</summary>
/// <param name="EntryId">Id of a new entry; null = the service gives one.</param>
/// <param name="Content">What it says.</param>
/// <param name="Hash">Hash of the content.</param>
/// <param name="Before">The revision it follows, where it is one of an entry that exists.</param>
public sealed record EntryDraft(string? EntryId, EntryContent Content, ContentHash Hash, Revision? Before);
