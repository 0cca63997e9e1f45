namespace CommonLanguage.Glossary;

/// <summary>Where a conflict stands. The numbers are those of the contract and of the store.</summary>
public enum ConflictState
{
    /// <summary>Found by comparison; nobody has looked yet.</summary>
    Detected = 1,
    /// <summary>Looked at and confirmed.</summary>
    Triaged = 2,
    /// <summary>Being worked on.</summary>
    Reconciling = 3,
    /// <summary>Before the parties.</summary>
    Consultation = 4,
    /// <summary>Waiting for positions.</summary>
    SignOff = 5,
    /// <summary>Settled.</summary>
    Resolved = 6,
    /// <summary>Settled once, and a meaning has changed since.</summary>
    Reopened = 7,
    /// <summary>Looked at: not a conflict.</summary>
    Dismissed = 8,
    /// <summary>Put off to a date.</summary>
    Deferred = 9,
    /// <summary>The definitions no longer part; closed by comparison.</summary>
    Closed = 10,
}
