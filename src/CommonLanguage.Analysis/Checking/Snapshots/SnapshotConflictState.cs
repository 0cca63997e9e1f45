namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>Where a conflict stands, as far as an author needs to know. The numbers are those of the file.</summary>
public enum SnapshotConflictState
{
    /// <summary>Found by comparison; nobody has looked yet.</summary>
    Detected = 1,
    /// <summary>People have confirmed it and work on it.</summary>
    Confirmed = 2,
    /// <summary>Confirmed, and put off.</summary>
    Deferred = 3,
    /// <summary>Settled by the organisations.</summary>
    Settled = 4,
    /// <summary>Looked at: not a conflict.</summary>
    Dismissed = 5,
}
