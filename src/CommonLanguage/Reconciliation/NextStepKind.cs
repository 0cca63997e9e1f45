namespace CommonLanguage.Reconciliation;

/// <summary>What may be done next about a conflict. The numbers are those of the contract.</summary>
public enum NextStepKind
{
    /// <summary>Say how the meanings relate.</summary>
    Triage = 1,
    /// <summary>Suggest an outcome.</summary>
    Propose = 2,
    /// <summary>Open the consultation about the last proposal.</summary>
    Consult = 3,
    /// <summary>Take a position.</summary>
    Position = 4,
    /// <summary>Settle it.</summary>
    Resolve = 5,
    /// <summary>Publish what a settlement has left waiting.</summary>
    Publish = 6,
    /// <summary>Put off what cannot be agreed on now.</summary>
    Defer = 7,
    /// <summary>Take it up again.</summary>
    Reopen = 8,
    /// <summary>Publish again what stood before the settlement.</summary>
    TakeBack = 9,
}
