using System.Collections.Immutable;

namespace CommonLanguage.Lookup.Search;

/// <summary>An entry that a search found.</summary>
/// <param name="Sense">The entry.</param>
/// <param name="Snippet">The part of the definition that matched.</param>
/// <param name="Highlights">Where in the snippet the matching words stand, in UTF-16 units.</param>
/// <param name="Score">Higher is better; comparable within one answer.</param>
public sealed record SearchHit(Sense Sense, string Snippet, ImmutableArray<(int Start, int End)> Highlights, double Score);
