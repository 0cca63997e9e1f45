namespace CommonLanguage.Glossary;

/// <summary>What it would cost an organisation to change its meaning. The numbers are those of the contract and of the store.</summary>
public enum CostOfChange
{
    /// <summary>Nothing worth naming.</summary>
    None = 1,
    /// <summary>A text or two.</summary>
    Low = 2,
    /// <summary>Documents, training, forms.</summary>
    Medium = 3,
    /// <summary>Contracts, systems, law.</summary>
    High = 4,
}
