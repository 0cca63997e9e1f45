using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Affiliations and API keys as messages.</summary>
static class AdministrationMessages
{
    public static V1.Affiliation ToMessage(this Affiliation affiliation, PartnerDirectory directory, DateOnly today, string revisionToken = "") => new()
    {
        Name = affiliation.Name,
        Person = affiliation.Person,
        Organisation = affiliation.Organisation is { } organisation ? directory[organisation].Id.ResourceName : "",
        Partnership = affiliation.Partnership is { } partnership ? directory.Partnership(partnership).Id.ResourceName : "",
        Role = (V1.Role)(int)affiliation.Role,
        FromDate = $"{affiliation.From:yyyy-MM-dd}",
        ToDate = $"{affiliation.To:yyyy-MM-dd}",
        Current = affiliation.HoldsOn(today),
        Etag = affiliation.Etag,
        RevisionToken = revisionToken,
    };

    public static V1.ApiKey ToMessage(this ApiKey key, DateTimeOffset now)
    {
        var message = new V1.ApiKey
        {
            Name = key.Name,
            Person = key.Person,
            DisplayName = key.DisplayName,
            ExpireTime = Timestamp.FromDateTimeOffset(key.Expires),
            Revoked = key.Revoked,
            Current = key.IsGoodAt(now),
        };
        message.Scopes.AddRange(ToMessages(key.Scopes));
        return message;
    }

    public static V1.CreateApiKeyResponse ToMessage(this KeyMade made, DateTimeOffset now, string revisionToken) =>
        new() { ApiKey = made.Key?.ToMessage(now), Key = made.Text, RevisionToken = revisionToken };

    public static IEnumerable<V1.Scope> ToMessages(Scopes scopes) =>
        System.Enum.GetValues<V1.Scope>().Where(scope => scope != V1.Scope.Unspecified && scopes.HasFlag((Scopes)(int)scope));

    public static Scopes ToScopes(IEnumerable<V1.Scope> scopes) =>
        scopes.Aggregate(Scopes.Read, (all, scope) => all | (Scopes)(int)Enums.Known<V1.Scope>((int)scope, "api_key.scopes"));

    public static AffiliationPlace ToPlace(this V1.Affiliation affiliation) => new(
        affiliation.Organisation.Length == 0 ? null : OrganisationId.ParseName(affiliation.Organisation, "affiliation.organisation"),
        affiliation.Partnership.Length == 0 ? null : PartnershipId.ParseName(affiliation.Partnership, "affiliation.partnership"));
}
