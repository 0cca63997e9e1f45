using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>One organisation's one meaning.</summary>
/// <param name="Organisation">Id of the owner.</param>
/// <param name="Id">Id in the resource name.</param>
/// <param name="Revision">Number of the revision, from 1.</param>
/// <param name="Language">Language of the definition (BCP 47).</param>
/// <param name="Definition">Plain text.</param>
/// <param name="Terms">At least one; the first is the one shown.</param>
/// <param name="ReplacedBy">Term to use instead; empty when there is none.</param>
/// <param name="Note">Why a term is not to be used, or anything else worth showing; empty when not said.</param>
/// <param name="Since">The day the revision was published.</param>
public sealed record SnapshotEntry(
    string Organisation,
    string Id,
    int Revision,
    string Language,
    string Definition,
    ImmutableArray<SnapshotTerm> Terms,
    string ReplacedBy,
    string Note,
    DateOnly Since)
{
    /// <summary>The resource name.</summary>
    public string Name => $"organisations/{Organisation}/entries/{Id}";

    /// <summary>The first term.</summary>
    public string Term => Terms[0].Text;
}
