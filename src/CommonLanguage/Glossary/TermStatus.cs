namespace CommonLanguage.Glossary;

/// <summary>Whether the organisation wants a word used (TBX administrativeStatus). The numbers are those of the contract and of the store.</summary>
public enum TermStatus
{
    /// <summary>The word to use.</summary>
    Preferred = 1,
    /// <summary>May be used.</summary>
    Admitted = 2,
    /// <summary>Should not be used.</summary>
    Deprecated = 3,
    /// <summary>Was preferred once and has been replaced.</summary>
    Superseded = 4,
}
