namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>In which way meanings part. The numbers are those of the contract and of the store.</summary>
public enum ConflictKind
{
    /// <summary>Other words for the same: not a conflict.</summary>
    Wording = 1,
    /// <summary>Same concept, another value, unit, time base, threshold or obligation.</summary>
    Parameter = 2,
    /// <summary>One contains the other.</summary>
    Scope = 3,
    /// <summary>A shared core, and both add something.</summary>
    Overlap = 4,
    /// <summary>Related but different things.</summary>
    Polysemy = 5,
    /// <summary>Unrelated meanings.</summary>
    Homonymy = 6,
    /// <summary>Statements that cannot both hold.</summary>
    Contradiction = 7,
    /// <summary>Two words, one meaning.</summary>
    Synonymy = 8,
    /// <summary>One entry defines two things.</summary>
    Conflation = 9,
}
