using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>An owner took back what a settlement had made of its entries. The texts before are published again, as new revisions.</summary>
/// <param name="Resolution">Number of the act whose effects are taken back.</param>
/// <param name="Organisation">The store's number of the owner.</param>
/// <param name="Effects">What was written; Text is 0.</param>
public sealed record TakingBack(int Resolution, int Organisation, ImmutableArray<Effect> Effects) : Act(ActKind.TakingBack);
