using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>An organisation's answers about a conflict.</summary>
/// <param name="SameField">Whether the meanings belong to the same field.</param>
/// <param name="Overlap">How much of the essential characteristics is shared.</param>
/// <param name="BoundBy">The law, standard or contract that binds the organisation, at most 2 000 characters; empty = none.</param>
/// <param name="Cost">What a change would cost the organisation.</param>
/// <param name="Comment">Free text.</param>
public sealed record AssessmentForm(bool SameField, Overlap Overlap, string BoundBy, CostOfChange Cost, string Comment);
