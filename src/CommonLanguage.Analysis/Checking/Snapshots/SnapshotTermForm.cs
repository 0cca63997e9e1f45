namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>What sort of word a term is. The numbers are those of the file.</summary>
public enum SnapshotTermForm
{
    /// <summary>The word written out.</summary>
    FullForm = 1,
    /// <summary>A shortened form or initials.</summary>
    Abbreviation = 2,
    /// <summary>Another spelling or a declared synonym.</summary>
    Variant = 3,
}
