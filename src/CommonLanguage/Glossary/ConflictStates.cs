namespace CommonLanguage.Glossary;

/// <summary>The edges that a conflict's state moves along.</summary>
public static class ConflictStates
{
    /// <summary>Whether a conflict in one state may be brought into another by people.</summary>
    public static bool Allows(ConflictState from, ConflictState to) => (from, to) switch
    {
        (ConflictState.Detected or ConflictState.Reopened, ConflictState.Triaged) => true,
        (ConflictState.Triaged or ConflictState.Reopened or ConflictState.Consultation or ConflictState.SignOff, ConflictState.Reconciling) => true,
        (ConflictState.Reconciling, ConflictState.Consultation) => true,
        (ConflictState.Consultation, ConflictState.SignOff) => true,
        (ConflictState.Consultation or ConflictState.SignOff, ConflictState.Resolved) => true,
        (ConflictState.Detected or ConflictState.Triaged or ConflictState.Reconciling or ConflictState.Reopened, ConflictState.Dismissed) => true,
        (ConflictState.Detected or ConflictState.Triaged or ConflictState.Reconciling or ConflictState.Consultation or ConflictState.SignOff
            or ConflictState.Reopened, ConflictState.Deferred) => true,
        (ConflictState.Resolved or ConflictState.Dismissed or ConflictState.Deferred, ConflictState.Reopened) => true,
        _ => false,
    };

    /// <summary>Whether the service may bring it there by itself when a meaning changes.</summary>
    public static bool Follows(ConflictState from, ConflictState to) => (from, to) switch
    {
        (ConflictState.Resolved or ConflictState.Dismissed or ConflictState.Deferred, ConflictState.Reopened) => true,
        (ConflictState.Consultation or ConflictState.SignOff, ConflictState.Reconciling) => true,
        (not ConflictState.Closed, ConflictState.Closed) => true,
        (ConflictState.Closed, ConflictState.Detected) => true,
        _ => false,
    };

    /// <summary>Settled, one way or another: quiet until a meaning that was judged changes.</summary>
    public static bool IsSettled(ConflictState state) => state is ConflictState.Resolved or ConflictState.Dismissed or ConflictState.Deferred;
}
