using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>A row of an import file: a content, or why it is refused.</summary>
/// <param name="Line">Line where the row begins, from 1.</param>
/// <param name="Id">Id of the entry, or empty.</param>
/// <param name="Content">What it says; null when the row is refused.</param>
/// <param name="Problem">Why it is refused, or what is good to know about it; null when there is nothing.</param>
public sealed record ImportRow(int Line, string Id, EntryContent? Content, ImportProblem? Problem)
{
    /// <summary>Hash of the content.</summary>
    internal ContentHash Hash { get; } = Content is null ? default : ContentHash.Of(Content);
}
