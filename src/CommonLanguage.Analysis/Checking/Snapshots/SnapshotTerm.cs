namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>A word for an entry.</summary>
/// <param name="Text">As its owner writes it.</param>
/// <param name="Status">Whether the owner wants it used.</param>
/// <param name="Form">What sort of word it is.</param>
public sealed record SnapshotTerm(string Text, SnapshotTermStatus Status = SnapshotTermStatus.Preferred, SnapshotTermForm Form = SnapshotTermForm.FullForm);
