namespace CommonLanguage.Glossary;

/// <summary>What sort of act. The numbers are those of the store.</summary>
public enum ActKind
{
    /// <summary>A <see cref="Triage"/>.</summary>
    Triage = 1,
    /// <summary>An <see cref="Assignment"/>.</summary>
    Assignment = 2,
    /// <summary>A <see cref="LineUpCorrection"/>.</summary>
    LineUpCorrection = 3,
    /// <summary>An <see cref="Assessment"/>.</summary>
    Assessment = 4,
    /// <summary>A <see cref="Proposal"/>.</summary>
    Proposal = 5,
    /// <summary>A <see cref="Comment"/>.</summary>
    Comment = 6,
    /// <summary>A <see cref="Consultation"/>.</summary>
    Consultation = 7,
    /// <summary>A <see cref="Position"/>.</summary>
    Position = 8,
    /// <summary>A <see cref="Resolution"/>.</summary>
    Resolution = 9,
    /// <summary>A <see cref="Deferral"/>.</summary>
    Deferral = 10,
    /// <summary>A <see cref="Dismissal"/>.</summary>
    Dismissal = 11,
    /// <summary>A <see cref="Reopening"/>.</summary>
    Reopening = 12,
    /// <summary>A <see cref="Publication"/>.</summary>
    Publication = 13,
    /// <summary>A <see cref="TakingBack"/>.</summary>
    TakingBack = 14,
}
