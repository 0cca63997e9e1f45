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

    /// <summary>When a proposal counts as accepted.</summary>
    public SignOffRule SignOff { get; init; } = SignOffRule.All;

    /// <summary>The store's number of the organisation that holds the agreed entries; null until there is one. It has no voice of its own.</summary>
    public int? Shared { get; init; }

    /// <summary>Whether an organisation's entries take part: a member's, or the agreed ones.</summary>
    public bool Has(int organisation) => Members.BinarySearch(organisation) >= 0 || organisation == Shared;
}
