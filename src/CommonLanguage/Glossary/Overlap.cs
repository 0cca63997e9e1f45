namespace CommonLanguage.Glossary;

/// <summary>How much of the essential characteristics two meanings share. The numbers are those of the contract and of the store.</summary>
public enum Overlap
{
    /// <summary>Nothing.</summary>
    None = 1,
    /// <summary>Some.</summary>
    Some = 2,
    /// <summary>Most.</summary>
    Most = 3,
    /// <summary>All.</summary>
    All = 4,
}
