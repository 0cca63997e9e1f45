using System.Collections.Frozen;
using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>All affiliations and API keys at one moment, and what follows from them. Immutable.</summary>
public sealed class PeopleDirectory
{
    readonly ImmutableSortedDictionary<long, Affiliation> affiliations;
    readonly ImmutableDictionary<string, ImmutableSortedSet<long>> byPerson;
    readonly ImmutableDictionary<string, ApiKey> keys;

    PeopleDirectory(
        ImmutableSortedDictionary<long, Affiliation> affiliations,
        ImmutableDictionary<string, ImmutableSortedSet<long>> byPerson,
        ImmutableDictionary<string, ApiKey> keys)
    {
        this.affiliations = affiliations;
        this.byPerson = byPerson;
        this.keys = keys;
    }

    /// <summary>Nobody yet.</summary>
    public static readonly PeopleDirectory Empty = new(
        ImmutableSortedDictionary<long, Affiliation>.Empty,
        ImmutableDictionary.Create<string, ImmutableSortedSet<long>>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ApiKey>(StringComparer.Ordinal));

    /// <summary>By the store's number: oldest first.</summary>
    public IEnumerable<Affiliation> Affiliations => affiliations.Values;

    /// <summary>In the order they were made.</summary>
    public IEnumerable<ApiKey> ApiKeys => keys.Values.OrderBy(key => key.Key);

    /// <summary>The affiliation of a number, or null.</summary>
    public Affiliation? FindAffiliation(long key) => affiliations.GetValueOrDefault(key);

    /// <summary>The API key of an id, or null.</summary>
    public ApiKey? FindKey(string id) => keys.GetValueOrDefault(id);

    /// <summary>A person's affiliations, oldest first, ended ones too.</summary>
    public IEnumerable<Affiliation> Of(string person) =>
        byPerson.TryGetValue(person, out var numbers) ? numbers.Select(number => affiliations[number]) : [];

    /// <summary>People who are administrators on a day.</summary>
    public IEnumerable<string> Administrators(DateOnly day) =>
        affiliations.Values.Where(affiliation => affiliation.Role == Role.Administrator && affiliation.HoldsOn(day)).Select(affiliation => affiliation.Person).Distinct(StringComparer.Ordinal);

    /// <summary>What a person may do on a day.</summary>
    /// <param name="person">As they sign in.</param>
    /// <param name="scopes">What the credential allows at most.</param>
    /// <param name="partners">The organisations and partnerships of the same moment.</param>
    /// <param name="day">The day, in UTC.</param>
    public Rights RightsOf(string person, Scopes scopes, PartnerDirectory partners, DateOnly day)
    {
        var all = Of(person).ToList();
        var held = all.Where(affiliation => affiliation.HoldsOn(day)).ToList();
        var roles = held.Where(affiliation => affiliation.Organisation is not null).Select(affiliation => (affiliation.Organisation!.Value, affiliation.Role)).ToFrozenSet();
        // A program has worked on no side.
        var affiliated = all.Where(affiliation => affiliation.Organisation is not null && affiliation.Role != Role.App && affiliation.HasBegunBy(day))
            .Select(affiliation => affiliation.Organisation!.Value).ToFrozenSet();
        var named = held.Where(affiliation => affiliation.Partnership is not null).Select(affiliation => affiliation.Partnership!.Value).ToHashSet();
        var own = roles.Select(role => role.Value).ToHashSet();
        List<int> partnerships = [];
        var organisations = new HashSet<int>(own);
        foreach (var partnership in partners.Partnerships)
        {
            if (!named.Contains(partnership.Key) && !partnership.Members.Any(own.Contains) && partnership.Members.Count(affiliated.Contains) < 2)
                continue;
            partnerships.Add(partnership.Key);
            if (partnership.Archived)
                continue;
            organisations.UnionWith(partnership.Members);
            if (partnership.Shared is { } shared)
                _ = organisations.Add(shared);
        }

        return new()
        {
            IsAdministrator = held.Any(affiliation => affiliation.Role == Role.Administrator),
            Scopes = scopes,
            Roles = roles,
            Affiliated = affiliated,
            Coordinated = held.Where(affiliation => affiliation is { Role: Role.Coordinator, Partnership: not null }).Select(affiliation => affiliation.Partnership!.Value).ToFrozenSet(),
            Partnerships = partnerships.ToFrozenSet(),
            Organisations = organisations.ToFrozenSet(),
        };
    }

    /// <summary>The directory with some affiliations and keys put in place of what was there.</summary>
    public PeopleDirectory With(IEnumerable<Affiliation> changedAffiliations, IEnumerable<ApiKey> changedKeys)
    {
        var (all, people) = (affiliations, byPerson);
        foreach (var affiliation in changedAffiliations)
        {
            all = all.SetItem(affiliation.Key, affiliation);
            people = people.SetItem(affiliation.Person, people.GetValueOrDefault(affiliation.Person, []).Add(affiliation.Key));
        }

        return new(all, people, keys.SetItems(changedKeys.Select(key => KeyValuePair.Create(key.Id, key))));
    }
}
