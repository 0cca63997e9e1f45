using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>All organisations and partnerships at one moment. Immutable.</summary>
public sealed class PartnerDirectory
{
    readonly ImmutableDictionary<int, Organisation> organisations;
    readonly ImmutableDictionary<OrganisationId, int> organisationKeys;
    readonly ImmutableDictionary<int, Partnership> partnerships;
    readonly ImmutableDictionary<PartnershipId, int> partnershipKeys;

    PartnerDirectory(
        ImmutableDictionary<int, Organisation> organisations,
        ImmutableDictionary<OrganisationId, int> organisationKeys,
        ImmutableDictionary<int, Partnership> partnerships,
        ImmutableDictionary<PartnershipId, int> partnershipKeys)
    {
        this.organisations = organisations;
        this.organisationKeys = organisationKeys;
        this.partnerships = partnerships;
        this.partnershipKeys = partnershipKeys;
    }

    /// <summary>Nobody yet.</summary>
    public static readonly PartnerDirectory Empty = new(
        ImmutableDictionary<int, Organisation>.Empty,
        ImmutableDictionary<OrganisationId, int>.Empty,
        ImmutableDictionary<int, Partnership>.Empty,
        ImmutableDictionary<PartnershipId, int>.Empty);

    /// <summary>By id.</summary>
    public IEnumerable<Organisation> Organisations => organisations.Values.OrderBy(o => o.Id.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>By id.</summary>
    public IEnumerable<Partnership> Partnerships => partnerships.Values.OrderBy(p => p.Id.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The organisation of a key that stands in the store.</summary>
    public Organisation this[int key] => organisations[key];

    /// <summary>The partnership of a key that stands in the store.</summary>
    public Partnership Partnership(int key) => partnerships[key];

    /// <summary>Whether the partnership and all parties of a conflict are here; they are not while another node has just added them.</summary>
    public bool Knows(Conflict conflict) =>
        partnerships.ContainsKey(conflict.Partnership) && conflict.Parties.All(party => organisations.ContainsKey(party.Organisation));

    /// <summary>The organisation, or null.</summary>
    public Organisation? Find(OrganisationId id) => organisationKeys.TryGetValue(id, out var key) ? organisations[key] : null;

    /// <summary>The partnership, or null.</summary>
    public Partnership? Find(PartnershipId id) => partnershipKeys.TryGetValue(id, out var key) ? partnerships[key] : null;

    /// <summary>The organisation.</summary>
    /// <exception cref="RefusalException">There is none (OrganisationNotFound).</exception>
    public Organisation Get(OrganisationId id, string field) => Find(id) ?? throw NotFound(id, field);

    /// <summary>The partnership.</summary>
    /// <exception cref="RefusalException">There is none (PartnershipNotFound).</exception>
    public Partnership Get(PartnershipId id, string field) => Find(id) ?? throw NotFound(id, field);

    /// <summary>The organisation, where the actor may know of it; else the same refusal as for one that does not exist.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees (OrganisationNotFound).</exception>
    public Organisation Get(OrganisationId id, string field, Actor actor) =>
        Find(id) is { } organisation && actor.Rights.Sees(organisation) ? organisation : throw NotFound(id, field);

    /// <summary>The partnership, where the actor may know of it; else the same refusal as for one that does not exist.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees (PartnershipNotFound).</exception>
    public Partnership Get(PartnershipId id, string field, Actor actor) =>
        Find(id) is { } partnership && actor.Rights.Sees(partnership) ? partnership : throw NotFound(id, field);

    /// <summary>Live partnerships an organisation takes part in.</summary>
    public IEnumerable<Partnership> PartnershipsOf(int organisation) =>
        partnerships.Values.Where(p => !p.Archived && p.Has(organisation)).OrderBy(p => p.Key);

    /// <summary>The key for the next organisation.</summary>
    public int NextOrganisationKey => organisations.Count == 0 ? 1 : organisations.Keys.Max() + 1;

    /// <summary>The key for the next partnership.</summary>
    public int NextPartnershipKey => partnerships.Count == 0 ? 1 : partnerships.Keys.Max() + 1;

    /// <summary>The directory with some organisations and partnerships put in place of what was there.</summary>
    public PartnerDirectory With(IEnumerable<Organisation> changedOrganisations, IEnumerable<Partnership> changedPartnerships)
    {
        var (o, ok, p, pk) = (organisations, organisationKeys, partnerships, partnershipKeys);
        foreach (var organisation in changedOrganisations)
            (o, ok) = (o.SetItem(organisation.Key, organisation), ok.SetItem(organisation.Id, organisation.Key));
        foreach (var partnership in changedPartnerships)
            (p, pk) = (p.SetItem(partnership.Key, partnership), pk.SetItem(partnership.Id, partnership.Key));
        return new(o, ok, p, pk);
    }

    static RefusalException NotFound(OrganisationId id, string field) => new(
        ErrorReason.OrganisationNotFound,
        $"There is no organisation '{id}'; create it or import its glossary first.",
        field,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = id.ResourceName });

    static RefusalException NotFound(PartnershipId id, string field) => new(
        ErrorReason.PartnershipNotFound,
        $"There is no partnership '{id}'; create it or name it in an import first.",
        field,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = id.ResourceName });
}
