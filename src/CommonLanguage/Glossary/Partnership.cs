using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>Organisations that share a language (SBVR: semantic community).</summary>
/// <param name="Key">The store's number.</param>
/// <param name="Id">Id in the resource name.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Objectives">What the partners want to reach together.</param>
/// <param name="Members">The store's numbers of the member organisations, ascending.</param>
/// <param name="Archived">Its conflicts are closed.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record Partnership(
    int Key,
    PartnershipId Id,
    string DisplayName,
    string Objectives,
    ImmutableArray<int> Members,
    bool Archived,
    long Sequence)
{
    /// <summary>For optimistic concurrency.</summary>
    public string Etag => "p" + Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether an organisation takes part.</summary>
    public bool Has(int organisation) => Members.BinarySearch(organisation) >= 0;
}
