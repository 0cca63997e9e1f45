namespace CommonLanguage.Glossary;

/// <summary>What a revision is to the entry. The numbers are those of the store.</summary>
public enum RevisionState
{
    /// <summary>In force until the next revision.</summary>
    Published = 1,
    /// <summary>The entry is no longer in force.</summary>
    Retired = 2,
}
