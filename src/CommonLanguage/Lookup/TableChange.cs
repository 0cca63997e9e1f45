using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>What one or more changes of the log mean for the read tables.</summary>
/// <param name="Sequence">The last of them.</param>
/// <param name="Organisations">New states.</param>
/// <param name="Partnerships">New states.</param>
/// <param name="Revisions">New current revisions, each with the one it follows, if any.</param>
/// <param name="Conflicts">New states.</param>
public sealed record TableChange(
    long Sequence,
    ImmutableArray<Organisation> Organisations,
    ImmutableArray<Partnership> Partnerships,
    ImmutableArray<(Revision? Before, Revision After)> Revisions,
    ImmutableArray<Conflict> Conflicts)
{
    /// <summary>New states of affiliations.</summary>
    public ImmutableArray<Affiliation> Affiliations { get; init; } = [];

    /// <summary>New states of API keys.</summary>
    public ImmutableArray<ApiKey> ApiKeys { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static readonly TableChange None = new(0, [], [], [], []);
}
