using System.Globalization;
using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Server.SignIn;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>AdministrationService: who may do what.</summary>
sealed class AdministrationApi(Access access, AccessEditor editor, LiveTables tables, PageTokens tokens, SignInOptions signIn, TimeProvider time)
    : AdministrationService.AdministrationServiceBase
{
    public override async Task<WhoAmIResponse> WhoAmI(WhoAmIRequest request, ServerCallContext context)
    {
        var snapshot = await SnapshotAsync(context);
        var actor = Callers.ActorOf(context);
        var answer = new WhoAmIResponse { Person = actor.Name, Administrator = actor.Rights.IsAdministrator, Origin = actor.Origin };
        answer.Scopes.AddRange(AdministrationMessages.ToMessages(actor.Rights.Scopes));
        answer.Affiliations.AddRange(snapshot.People.Of(actor.Name).Where(affiliation => affiliation.HoldsOn(Today)).Select(affiliation => affiliation.ToMessage(snapshot.Directory, Today)));
        answer.TranslatedPartnerships.AddRange(
            snapshot.Directory.Partnerships.Where(partnership => !partnership.Archived && actor.Rights.Translates(partnership)).Select(partnership => partnership.Id.ResourceName));
        return answer;
    }

    public override async Task<ListAffiliationsResponse> ListAffiliations(ListAffiliationsRequest request, ServerCallContext context)
    {
        var snapshot = await SnapshotAsync(context);
        var actor = Callers.ReaderOf(context);
        var organisation = request.Organisation.Length == 0
            ? null : snapshot.Directory.Get(OrganisationId.ParseName(request.Organisation, "organisation"), "organisation", actor);
        var partnership = request.Partnership.Length == 0
            ? null : snapshot.Directory.Get(PartnershipId.ParseName(request.Partnership, "partnership"), "partnership", actor);
        var (page, next) = Page(
            access.AffiliationsSeenBy(actor).Where(affiliation =>
                (request.Person.Length == 0 || affiliation.Person == request.Person)
                && (organisation is null || affiliation.Organisation == organisation.Key)
                && (partnership is null || affiliation.Partnership == partnership.Key)),
            affiliation => affiliation.Key, request.PageSize, request.PageToken, $"affiliations\n{request.Person}\n{request.Organisation}\n{request.Partnership}");
        var answer = new ListAffiliationsResponse { NextPageToken = next };
        answer.Affiliations.AddRange(page.Select(affiliation => affiliation.ToMessage(snapshot.Directory, Today)));
        return answer;
    }

    public override async Task<V1.Affiliation> GetAffiliation(GetAffiliationRequest request, ServerCallContext context)
    {
        var snapshot = await SnapshotAsync(context);
        return AccessEditor.Get(snapshot, Callers.ReaderOf(context), request.Name).ToMessage(snapshot.Directory, Today);
    }

    public override async Task<V1.Affiliation> CreateAffiliation(CreateAffiliationRequest request, ServerCallContext context)
    {
        var given = request.Affiliation ?? new();
        return Answer(await editor.CreateAffiliationAsync(
            Callers.ActorOf(context), given.Person, given.ToPlace(), Enums.Known<Glossary.Role>((int)given.Role, "affiliation.role"),
            Days.ParseOptional(given.FromDate, "affiliation.from_date"), Days.ParseOptional(given.ToDate, "affiliation.to_date"),
            new(request.RequestId, request.ValidateOnly), context.CancellationToken));
    }

    public override async Task<V1.Affiliation> UpdateAffiliation(UpdateAffiliationRequest request, ServerCallContext context)
    {
        var (given, mask) = (request.Affiliation ?? new(), request.UpdateMask);
        Masks.Check(mask ?? new(), ["from_date", "to_date"]);
        return Answer(await editor.UpdateAffiliationAsync(
            Callers.ActorOf(context), given.Name, given.Etag,
            (Masks.Takes(mask, "from_date", given.FromDate.Length > 0), Days.ParseOptional(given.FromDate, "affiliation.from_date")),
            (Masks.Takes(mask, "to_date", given.ToDate.Length > 0), Days.ParseOptional(given.ToDate, "affiliation.to_date")),
            new(request.RequestId, request.ValidateOnly), context.CancellationToken));
    }

    public override async Task<ListApiKeysResponse> ListApiKeys(ListApiKeysRequest request, ServerCallContext context)
    {
        _ = await SnapshotAsync(context);
        var (page, next) = Page(
            access.KeysSeenBy(Callers.ReaderOf(context)).Where(key => request.Person.Length == 0 || key.Person == request.Person),
            key => key.Key, request.PageSize, request.PageToken, $"apiKeys\n{request.Person}");
        var answer = new ListApiKeysResponse { NextPageToken = next };
        answer.ApiKeys.AddRange(page.Select(key => key.ToMessage(time.GetUtcNow())));
        return answer;
    }

    public override async Task<V1.ApiKey> GetApiKey(GetApiKeyRequest request, ServerCallContext context)
    {
        _ = await SnapshotAsync(context);
        return access.GetKey(Callers.ReaderOf(context), request.Name).ToMessage(time.GetUtcNow());
    }

    public override async Task<CreateApiKeyResponse> CreateApiKey(CreateApiKeyRequest request, ServerCallContext context)
    {
        var given = request.ApiKey ?? new();
        var made = await editor.CreateKeyAsync(
            Callers.ActorOf(context), given.Person, given.DisplayName, AdministrationMessages.ToScopes(given.Scopes), given.ExpireTime?.ToDateTimeOffset(),
            request.ValidateOnly, context.CancellationToken);
        return made.ToMessage(time.GetUtcNow(), Token(made.Sequence));
    }

    public override async Task<V1.ApiKey> RevokeApiKey(RevokeApiKeyRequest request, ServerCallContext context) =>
        (await editor.RevokeKeyAsync(Callers.ActorOf(context), request.Name, context.CancellationToken)).Key.ToMessage(time.GetUtcNow());

    public override async Task<CreateApiKeyResponse> ClaimAdministration(ClaimAdministrationRequest request, ServerCallContext context)
    {
        var made = await editor.ClaimAsync(Callers.ActorOf(context), request.Person, request.DisplayName, signIn.ApiKeys, context.CancellationToken);
        return made.ToMessage(time.GetUtcNow(), Token(made.Sequence));
    }

    DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    V1.Affiliation Answer((Glossary.Affiliation Affiliation, long Sequence) written) =>
        written.Affiliation.ToMessage(tables.Current.Directory, Today, Token(written.Sequence));

    string Token(long sequence) => sequence == 0 ? "" : tables.Token(sequence);

    async Task<ReadTables> SnapshotAsync(ServerCallContext context)
    {
        await tables.PeopleLoaded.WaitAsync(context.CancellationToken);
        return tables.Current;
    }

    (List<T> Page, string Next) Page<T>(IEnumerable<T> all, Func<T, long> number, int pageSize, string pageToken, string question)
    {
        var size = PageTokens.Size(pageSize, 50);
        var after = tokens.Read(pageToken, question, 1) is [var place] ? long.Parse(place, CultureInfo.InvariantCulture) : 0;
        var page = all.Where(row => number(row) > after).Take(size + 1).ToList();
        return page.Count <= size ? (page, "") : (page[..size], tokens.Write(question, number(page[size - 1]).ToString(CultureInfo.InvariantCulture)));
    }
}
