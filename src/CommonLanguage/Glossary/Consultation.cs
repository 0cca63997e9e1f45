namespace CommonLanguage.Glossary;

/// <summary>A proposal laid before the parties.</summary>
/// <param name="Proposal">Number of the proposal.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; who has not taken a position by its end abstains.</param>
public sealed record Consultation(int Proposal, DateOnly From, DateOnly To) : Act(ActKind.Consultation);
