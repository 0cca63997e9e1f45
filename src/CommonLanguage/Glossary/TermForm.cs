namespace CommonLanguage.Glossary;

/// <summary>What sort of word a term is. The numbers are those of the contract and of the store.</summary>
public enum TermForm
{
    /// <summary>The word written out.</summary>
    FullForm = 1,
    /// <summary>A shortened form ("approx.").</summary>
    Abbreviation = 2,
    /// <summary>Initials ("CRL").</summary>
    Acronym = 3,
    /// <summary>Another spelling or a declared synonym.</summary>
    Variant = 4,
}
