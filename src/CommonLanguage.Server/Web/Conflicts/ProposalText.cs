namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>One text of a proposal while it is written.</summary>
/// <param name="side">Whose entry it would change; null = a new one.</param>
public sealed class ProposalText(Side? side)
{
    /// <summary>Whose entry it would change; null = a new one.</summary>
    public Side? Side { get; } = side;

    /// <summary>The word it would have; empty = as it is.</summary>
    public string Term { get; set; } = "";

    /// <summary>The definition it would have; empty = as it is.</summary>
    public string Definition { get; set; } = "";

    /// <summary>The note for readers it would have; empty = none.</summary>
    public string Note { get; set; } = "";
}
