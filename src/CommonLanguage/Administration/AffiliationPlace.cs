using CommonLanguage.Glossary;

namespace CommonLanguage.Administration;

/// <summary>Where a role is held: in an organisation, in a partnership, or, when both are null, in the whole installation.</summary>
/// <param name="Organisation">The organisation, or null.</param>
/// <param name="Partnership">The partnership, or null.</param>
public readonly record struct AffiliationPlace(OrganisationId? Organisation, PartnershipId? Partnership)
{
    /// <summary>Checks that a role can be held there.</summary>
    /// <exception cref="RefusalException">It cannot (ValueUnknown), or it is never given.</exception>
    internal void Check(Role role)
    {
        var fits = role switch
        {
            Role.Administrator => Organisation is null && Partnership is null,
            Role.Coordinator => Organisation is null && Partnership is not null,
            Role.Editor or Role.Owner or Role.Signatory => Organisation is not null && Partnership is null,
            Role.Reader or Role.App => Organisation is null != Partnership is null,
            _ => false,
        };
        if (fits)
            return;
        throw Refusals.Unreadable(
            ErrorReason.ValueUnknown,
            role switch
            {
                Role.Translator => "Nobody is made a translator: who is or was affiliated with at least two members of a partnership is one.",
                Role.Administrator => "An administrator is one of the whole installation; name no organisation and no partnership.",
                Role.Coordinator => "A coordinator is one of a partnership; name the partnership, and no organisation.",
                Role.Reader or Role.App => "Name the organisation or the partnership, one of the two.",
                _ => "This role is held in an organisation; name the organisation, and no partnership.",
            },
            "role",
            role.ToString());
    }
}
