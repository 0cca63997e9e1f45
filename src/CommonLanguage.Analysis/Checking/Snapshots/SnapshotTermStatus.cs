namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>Whether an organisation wants a word used (TBX administrativeStatus). The numbers are those of the file.</summary>
public enum SnapshotTermStatus
{
    /// <summary>The word to use.</summary>
    Preferred = 1,
    /// <summary>May be used.</summary>
    Admitted = 2,
    /// <summary>Should not be used.</summary>
    Deprecated = 3,
    /// <summary>Was preferred once and has been replaced.</summary>
    Superseded = 4,
    /// <summary>Must not be used.</summary>
    Forbidden = 5,
}
