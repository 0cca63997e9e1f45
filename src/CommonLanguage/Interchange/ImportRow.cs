using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;

namespace CommonLanguage.Interchange;

/// <summary>An entry of an import file: a content, or why it is refused.</summary>
/// <param name="Line">Line where its first row begins, from 1.</param>
/// <param name="Id">Id of the entry, or empty.</param>
/// <param name="Content">What it says; null when it is refused.</param>
/// <param name="Problem">Why it is refused, or what is good to know about it; null when there is nothing.</param>
public sealed record ImportRow(int Line, string Id, EntryContent? Content, ImportProblem? Problem)
{
    /// <summary>Hash of the content.</summary>
    internal ContentHash Hash { get; } = Content is null ? default : ContentHash.Of(Content);

    /// <summary>The terms of the content, and which of their parts the file tells.</summary>
    internal ImmutableArray<RowTerm> Terms { get; init; } = [];

    /// <summary>Whether the file tells the language.</summary>
    internal bool HasLanguage { get; init; }

    /// <summary>Whether the file has notes, apart from those made of other columns.</summary>
    internal bool HasNote { get; init; }

    /// <summary>Whether the file tells the subject field.</summary>
    internal bool HasSubjectField { get; init; }

    /// <summary>Whether the file tells the source.</summary>
    internal bool HasSource { get; init; }
}
