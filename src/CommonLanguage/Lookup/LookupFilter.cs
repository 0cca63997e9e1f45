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

    /// <summary>What the asker may see; null = everything.</summary>
    public Rights? Seen { get; init; }

    /// <summary>Everybody's.</summary>
    public static readonly LookupFilter None = new();

    /// <summary>Reads a filter of resource names; an empty list or name means no restriction.</summary>
    /// <exception cref="RefusalException">An organisation or partnership does not exist or is not seen, or a name or language tag is none.</exception>
    public static LookupFilter Of(Actor actor, PartnerDirectory directory, IReadOnlyCollection<string> organisations, string partnership, string language,
        string reader = "")
    {
        var seen = SeenBy(actor);
        if (organisations.Count == 0 && partnership.Length == 0 && language.Length == 0 && reader.Length == 0)
            return seen is null ? None : new() { Seen = seen };
        return new(
            organisations.Count == 0 ? null : organisations.Select(name => directory.Get(OrganisationId.ParseName(name, "organisations"), "organisations", actor).Key).ToHashSet(),
            partnership.Length == 0 ? null : directory.Get(PartnershipId.ParseName(partnership, "partnership"), "partnership", actor),
            language.Length == 0 ? null : LanguageTag.Parse(language, "language"))
        {
            Reader = reader.Length == 0 ? null : directory.Get(OrganisationId.ParseName(reader, "reader"), "reader", actor).Key,
            Seen = seen,
        };
    }

    /// <summary>What somebody may see; null = everything.</summary>
    public static Rights? SeenBy(Actor actor) => actor.Rights.IsAdministrator ? null : actor.Rights;

    /// <summary>Whether an answer holds the meaning.</summary>
    public bool Takes(Sense sense, PartnerDirectory directory) =>
        !directory[sense.Organisation].Archived
        && Seen?.Organisations.Contains(sense.Organisation) != false
        && (Organisations is null || Organisations.Contains(sense.Organisation))
        && (Partnership is null || Partnership.Has(sense.Organisation))
        && (Language is null || Language.Takes(sense.Language.Value));

    /// <summary>Whether an answer names the conflict.</summary>
    public bool Takes(ConflictMark mark) => Takes(mark.Partnership);

    /// <summary>Whether an answer obeys the settled conflict.</summary>
    public bool Takes(SettledMark mark) => Takes(mark.Partnership);

    bool Takes(int partnership) =>
        (Partnership is null || partnership == Partnership.Key) && Seen?.Partnerships.Contains(partnership) != false;
}
