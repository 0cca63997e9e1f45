namespace CommonLanguage.Glossary;

/// <summary>What a person or program may do. The numbers are those of the contract and of the store.</summary>
public enum Role
{
    /// <summary>Look up, search, check documents.</summary>
    Reader = 1,
    /// <summary>A program: what its API key's scopes say.</summary>
    App = 2,
    /// <summary>Draft for the own organisation.</summary>
    Editor = 3,
    /// <summary>Publish for the own organisation.</summary>
    Owner = 4,
    /// <summary>Take the own organisation's position.</summary>
    Signatory = 5,
    /// <summary>Members, assignment, escalation in a partnership.</summary>
    Coordinator = 6,
    /// <summary>The installation.</summary>
    Administrator = 7,
    /// <summary>
    /// Run the reconciliation and propose. Never given: follows from being affiliated, now or before, with at least two members of a
    /// partnership.
    /// </summary>
    Translator = 8,
}
