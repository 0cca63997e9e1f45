using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>Whose meanings an answer holds.</summary>
/// <param name="Organisations">The store's numbers of the organisations; null = all.</param>
/// <param name="Partnership">Only members of this partnership, and only its conflicts; null = all.</param>
/// <param name="Language">Only meanings in this language; null = all.</param>
public sealed record LookupFilter(IReadOnlySet<int>? Organisations = null, Partnership? Partnership = null, LanguageTag? Language = null)
{
    /// <summary>The store's number of the organisation whose reader asks; null = a reader of none.</summary>
    public int? Reader { get; init; }

    /// <summary>Everybody's.</summary>
    public static readonly LookupFilter None = new();

    /// <summary>Reads a filter of resource names; an empty list or name means no restriction.</summary>
    /// <exception cref="RefusalException">An organisation or partnership does not exist, or a name or language tag is none.</exception>
    public static LookupFilter Of(PartnerDirectory directory, IReadOnlyCollection<string> organisations, string partnership, string language)
    {
        if (organisations.Count == 0 && partnership.Length == 0 && language.Length == 0)
            return None;
        return new(
            organisations.Count == 0 ? null : organisations.Select(name => directory.Get(OrganisationId.ParseName(name, "organisations"), "organisations").Key).ToHashSet(),
            partnership.Length == 0 ? null : directory.Get(PartnershipId.ParseName(partnership, "partnership"), "partnership"),
            language.Length == 0 ? null : LanguageTag.Parse(language, "language"));
    }

    /// <summary>Whether an answer holds the meaning.</summary>
    public bool Takes(Sense sense, PartnerDirectory directory) =>
        !directory[sense.Organisation].Archived
        && (Organisations is null || Organisations.Contains(sense.Organisation))
        && (Partnership is null || Partnership.Has(sense.Organisation))
        && (Language is null || Language.Takes(sense.Language.Value));

    /// <summary>Whether an answer names the conflict.</summary>
    public bool Takes(ConflictMark mark) => Partnership is null || mark.Partnership == Partnership.Key;

    /// <summary>Whether an answer obeys the settled conflict.</summary>
    public bool Takes(SettledMark mark) => Partnership is null || mark.Partnership == Partnership.Key;
}
