namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>How one meaning relates to another (SKOS mapping relations; CLOSE is given by people only). The numbers are those of the contract and of the store.</summary>
public enum Relation
{
    /// <summary>The same concept.</summary>
    Exact = 1,
    /// <summary>Nearly the same.</summary>
    Close = 2,
    /// <summary>The first covers more.</summary>
    Broader = 3,
    /// <summary>The first covers less.</summary>
    Narrower = 4,
    /// <summary>Linked, neither contains the other.</summary>
    Related = 5,
    /// <summary>They only share the word.</summary>
    None = 6,
}
