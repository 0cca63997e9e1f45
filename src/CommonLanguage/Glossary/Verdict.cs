namespace CommonLanguage.Glossary;

/// <summary>What a person says at triage of two meanings of one word, the first to the second. The numbers are those of the contract and of the store.</summary>
public enum Verdict
{
    /// <summary>They mean the same: not a conflict.</summary>
    Same = 1,
    /// <summary>The first covers more.</summary>
    Broader = 2,
    /// <summary>The first covers less.</summary>
    Narrower = 3,
    /// <summary>Linked, neither contains the other.</summary>
    Related = 4,
    /// <summary>Different things under one word.</summary>
    Different = 5,
    /// <summary>Cannot say; somebody else should look.</summary>
    Unsure = 6,
}
