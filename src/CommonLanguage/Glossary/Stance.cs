namespace CommonLanguage.Glossary;

/// <summary>What an organisation says of a proposal. A reservation is a legitimate result. The numbers are those of the contract and of the store.</summary>
public enum Stance
{
    /// <summary>Agrees.</summary>
    Accept = 1,
    /// <summary>Agrees, and wants its reservation kept.</summary>
    AcceptWithReservation = 2,
    /// <summary>Does not agree.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The word of the domain.")]
    Object = 3,
    /// <summary>Takes no side; what is said of one that does not answer in time.</summary>
    Abstain = 4,
}
