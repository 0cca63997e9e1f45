namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>An owner of entries.</summary>
/// <param name="Id">Id in the resource name.</param>
/// <param name="DisplayName">What people call it.</param>
public sealed record SnapshotOrganisation(string Id, string DisplayName);
