using System.Collections.Immutable;

namespace CommonLanguage.Lookup.Search;

/// <summary>What a search found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">Number of entries found in all, without those that another one stands for.</param>
/// <param name="HasMore">Whether there are more beyond those looked at.</param>
/// <param name="IndexPercent">How much of the index stands, 0..100.</param>
public sealed record SearchAnswer(ImmutableArray<SearchHit> Hits, int Total, bool HasMore, int IndexPercent);
