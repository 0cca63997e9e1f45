using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Interchange;

/// <summary>A snapshot of a partnership at one state of the store.</summary>
/// <param name="Sequence">The last change of the store when it was written.</param>
/// <param name="File">Its bytes.</param>
/// <param name="Snapshot">The same, opened.</param>
public sealed record PartnershipSnapshot(long Sequence, ReadOnlyMemory<byte> File, GlossarySnapshot Snapshot);
