using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>A first look at a conflict.</summary>
/// <param name="Verdict">How the first meaning relates to the second.</param>
/// <param name="A">The store's number of the first entry; 0 = all pairs of the conflict.</param>
/// <param name="B">The store's number of the second entry; 0 = all pairs of the conflict.</param>
/// <param name="Pins">The revisions that were judged.</param>
/// <param name="Comment">Free text.</param>
public sealed record Triage(Verdict Verdict, long A, long B, ImmutableArray<ConflictParty> Pins, string Comment) : Act(ActKind.Triage);
