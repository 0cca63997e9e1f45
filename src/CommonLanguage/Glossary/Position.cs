using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>One organisation's position on one proposal number. Its last one counts.</summary>
/// <param name="Organisation">The store's number.</param>
/// <param name="Proposal">Number of the proposal.</param>
/// <param name="Stance">What it says.</param>
/// <param name="Statement">Free text; a reservation or an objection says which.</param>
/// <param name="Pins">The revisions it was taken on.</param>
public sealed record Position(int Organisation, int Proposal, Stance Stance, string Statement, ImmutableArray<ConflictParty> Pins) : Act(ActKind.Position);
