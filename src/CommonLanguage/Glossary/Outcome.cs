namespace CommonLanguage.Glossary;

/// <summary>How a conflict can be settled (after ISO 860). The numbers are those of the contract and of the store.</summary>
public enum Outcome
{
    /// <summary>One side is more authoritative: the others adopt its definition.</summary>
    AdoptOne = 1,
    /// <summary>Small differences: a shared entry, adopted by the parties.</summary>
    MergeIntoShared = 2,
    /// <summary>Only supplementary features differ: a shared entry and a note for each organisation.</summary>
    SharedCoreWithNotes = 3,
    /// <summary>Both are kinds of one thing: a broader shared entry, a specific word for each.</summary>
    SharedGenericPlusSpecific = 4,
    /// <summary>Distinct concepts under one word: each gets a word of its own, the bare word is deprecated or admitted.</summary>
    QualifyTerms = 5,
    /// <summary>The difference is real, the text hides it: new texts.</summary>
    ClarifyWording = 6,
    /// <summary>Neither can change: notes both ways, a confirmed mapping that is not exact.</summary>
    AgreeToDiffer = 7,
    /// <summary>Obsolete or wrong: superseded, replaced by another.</summary>
    DeprecateOne = 8,
    /// <summary>One entry defines several things: it becomes several.</summary>
    SplitEntry = 9,
    /// <summary>Wording only, or distant fields: a confirmed mapping, exact or negated.</summary>
    NotAConflict = 10,
    /// <summary>Bound by law, contract or cost: the reasons are kept, and a day on which to look again.</summary>
    Deferred = 11,
}
