using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>What a snapshot holds of a partnership. The order of the lists does not matter: equal content gives equal bytes.</summary>
/// <param name="Partnership">Id of the partnership.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="AsOf">When the last change that is in it was made.</param>
/// <param name="Organisations">The members.</param>
/// <param name="Entries">Their entries in force.</param>
/// <param name="Conflicts">Where their meanings part, settled ones too.</param>
public sealed record SnapshotContent(
    string Partnership,
    string DisplayName,
    DateTimeOffset AsOf,
    ImmutableArray<SnapshotOrganisation> Organisations,
    ImmutableArray<SnapshotEntry> Entries,
    ImmutableArray<SnapshotConflict> Conflicts);
