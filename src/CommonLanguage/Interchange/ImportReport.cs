using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>What an import did.</summary>
/// <param name="Added">Entries that did not exist before.</param>
/// <param name="Changed">Entries that got a new revision.</param>
/// <param name="Unchanged">Entries that are already there as the file says.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="ConflictsOpened">Conflicts that did not exist before.</param>
/// <param name="ConflictsRefreshed">Conflicts that changed.</param>
/// <param name="ConflictsClosed">Conflicts that no longer are any.</param>
/// <param name="Problems">The first 100.</param>
/// <param name="ProblemCount">How many there are in all.</param>
/// <param name="ColumnsKeptAsNote">Columns that are no field of an entry.</param>
/// <param name="Partnership">The partnership whose conflicts were looked for.</param>
/// <param name="Sequence">The last change.</param>
public sealed record ImportReport(
    int Added,
    int Changed,
    int Unchanged,
    int Refused,
    int ConflictsOpened,
    int ConflictsRefreshed,
    int ConflictsClosed,
    ImmutableArray<ImportProblem> Problems,
    int ProblemCount,
    ImmutableArray<string> ColumnsKeptAsNote,
    PartnershipId? Partnership,
    long Sequence)
{
    /// <summary>The file was refused as a whole; nothing was stored.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What was taken for what in the file.</summary>
    public FileReading Reading { get; init; } = FileReading.None;
}
