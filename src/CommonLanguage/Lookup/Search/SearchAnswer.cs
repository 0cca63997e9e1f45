using System.Collections.Immutable;

namespace CommonLanguage.Lookup.Search;

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">Number of entries found in all.</param>
/// <param name="IndexPercent">How much of the index stands, 0..100.</param>
public sealed record SearchAnswer(ImmutableArray<SearchHit> Hits, int Total, int IndexPercent);
