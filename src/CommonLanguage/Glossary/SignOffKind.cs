namespace CommonLanguage.Glossary;

/// <summary>When a proposal counts as accepted. The numbers are those of the contract and of the store.</summary>
public enum SignOffKind
{
    /// <summary>Nobody objects, and at least one accepts.</summary>
    All = 1,
    /// <summary>More accept than object.</summary>
    Majority = 2,
    /// <summary>At least a given number accept.</summary>
    Minimum = 3,
}
