namespace CommonLanguage.Glossary;

/// <summary>One organisation's short form about a conflict (Norwegian public sector's concept coordination, step 2).</summary>
/// <param name="Organisation">The store's number.</param>
/// <param name="SameField">Whether the meanings belong to the same field.</param>
/// <param name="Overlap">How much of the essential characteristics is shared.</param>
/// <param name="BoundBy">The law, standard or contract that binds the organisation to its meaning; empty = none.</param>
/// <param name="Cost">What a change would cost the organisation.</param>
/// <param name="Comment">Free text.</param>
public sealed record Assessment(int Organisation, bool SameField, Overlap Overlap, string BoundBy, CostOfChange Cost, string Comment) : Act(ActKind.Assessment);
