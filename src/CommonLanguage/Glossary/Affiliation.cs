namespace CommonLanguage.Glossary;

/// <summary>A person's role in an organisation or partnership, from a day to a day: makes "worked on both sides" computable.</summary>
/// <param name="Key">The store's number.</param>
/// <param name="Person">As the person signs in.</param>
/// <param name="Organisation">The store's number; null for a role in a partnership or the installation.</param>
/// <param name="Partnership">The store's number; null for a role in an organisation or the installation.</param>
/// <param name="Role">What the person may do there.</param>
/// <param name="From">First day; null = always.</param>
/// <param name="To">First day it no longer holds; null = open.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record Affiliation(
    long Key, string Person, int? Organisation, int? Partnership, Role Role, DateOnly? From, DateOnly? To, long Sequence)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day < To);

    /// <summary>Whether it has begun by a day, ended or not. One whose end is its beginning never held.</summary>
    public bool HasBegunBy(DateOnly day) => From is null || (From <= day && (To is null || From < To));

    /// <summary>The resource name.</summary>
    public string Name => "affiliations/" + Key.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For optimistic concurrency.</summary>
    public string Etag => "a" + Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
