namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>How a conflict was settled, as far as an author needs to know. The numbers are those of the file.</summary>
public enum SnapshotOutcome
{
    /// <summary>All use one meaning, some with a note.</summary>
    OneMeaning = 1,
    /// <summary>Each meaning has a word of its own.</summary>
    OwnWords = 2,
    /// <summary>Both meanings stand, in clearer words.</summary>
    BothTexts = 3,
    /// <summary>The organisations keep their meanings.</summary>
    AgreedToDiffer = 4,
    /// <summary>One of them is no longer to be used.</summary>
    Replaced = 5,
}
