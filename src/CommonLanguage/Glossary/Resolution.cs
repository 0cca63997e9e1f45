using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>The outcome, with everyone's position: a decision record.</summary>
/// <param name="Proposal">Number of the proposal that was accepted.</param>
/// <param name="Outcome">How the conflict is settled.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Positions">One for each party; who did not answer in time abstained.</param>
/// <param name="Effective">First day it holds.</param>
/// <param name="Review">Day on which to look again; null = none.</param>
/// <param name="Effects">What it wrote into the glossaries, and what waits for its owner.</param>
/// <param name="Pins">The revisions it holds for: those after its effects.</param>
public sealed record Resolution(
    int Proposal,
    Outcome Outcome,
    string Rationale,
    ImmutableArray<Position> Positions,
    DateOnly Effective,
    DateOnly? Review,
    ImmutableArray<Effect> Effects,
    ImmutableArray<ConflictParty> Pins) : Act(ActKind.Resolution);
