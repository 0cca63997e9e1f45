namespace CommonLanguage.Glossary;

/// <summary>Where a mapping stands. The numbers are those of the contract and of the store.</summary>
public enum MappingState
{
    /// <summary>Made by comparison; nobody has looked yet.</summary>
    Suggested = 1,
    /// <summary>A person says so.</summary>
    Confirmed = 2,
    /// <summary>A person says it is not so.</summary>
    Rejected = 3,
    /// <summary>A person could not say.</summary>
    Unsure = 4,
    /// <summary>A meaning it judged has changed since.</summary>
    Stale = 5,
}
