using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>GlossaryService: partnerships, organisations and entries.</summary>
sealed class GlossaryApi(Editor editor, PartnerEditor partners, EntryPages entries, LiveTables tables, StoreReader reader, PageTokens tokens, TimeProvider time)
    : GlossaryService.GlossaryServiceBase
{
    public override async Task<V1.Partnership> GetPartnership(GetPartnershipRequest request, ServerCallContext context)
    {
        var directory = await DirectoryAsync(request.MinRevision, context);
        return directory.Get(PartnershipId.ParseName(request.Name, "name"), "name", Callers.ReaderOf(context)).ToMessage(directory);
    }

    public override async Task<ListPartnershipsResponse> ListPartnerships(ListPartnershipsRequest request, ServerCallContext context)
    {
        var directory = await DirectoryAsync(request.MinRevision, context);
        var rights = Callers.ReaderOf(context).Rights;
        var (page, next) = Page(directory.Partnerships.Where(rights.Sees), partnership => partnership.Id.Value, request.PageSize, request.PageToken, "partnerships");
        var answer = new ListPartnershipsResponse { NextPageToken = next };
        answer.Partnerships.AddRange(page.Select(partnership => partnership.ToMessage(directory)));
        return answer;
    }

    public override async Task<V1.Partnership> CreatePartnership(CreatePartnershipRequest request, ServerCallContext context)
    {
        var partnership = request.Partnership ?? new();
        return Answer(await partners.CreatePartnershipAsync(
            Callers.ActorOf(context), PartnershipId.Parse(request.PartnershipId, "partnership_id"), partnership.DisplayName, partnership.Objectives,
            Members(partnership), partnership.SignOff.ToRule(), Options(request.RequestId, request.ValidateOnly), context.CancellationToken));
    }

    public override async Task<V1.Partnership> UpdatePartnership(UpdatePartnershipRequest request, ServerCallContext context)
    {
        var (partnership, mask) = (request.Partnership ?? new(), request.UpdateMask);
        Masks.Check(mask ?? new(), ["display_name", "objectives", "members", "sign_off"]);
        return Answer(await partners.UpdatePartnershipAsync(
            Callers.ActorOf(context),
            PartnershipId.ParseName(partnership.Name, "partnership.name"),
            partnership.Etag,
            Masks.Takes(mask, "display_name", partnership.DisplayName.Length > 0) ? partnership.DisplayName : null,
            Masks.Takes(mask, "objectives", partnership.Objectives.Length > 0) ? partnership.Objectives : null,
            Masks.Takes(mask, "members", partnership.Members.Count > 0) ? Members(partnership) : null,
            Masks.Takes(mask, "sign_off", partnership.SignOff is not null) ? partnership.SignOff.ToRule() ?? Glossary.SignOffRule.All : null,
            Options(request.RequestId, request.ValidateOnly),
            context.CancellationToken));
    }

    public override async Task<V1.Partnership> ArchivePartnership(ArchivePartnershipRequest request, ServerCallContext context) =>
        Answer(await partners.ArchivePartnershipAsync(
            Callers.ActorOf(context), PartnershipId.ParseName(request.Name, "name"), request.Etag, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override async Task<V1.Organisation> GetOrganisation(GetOrganisationRequest request, ServerCallContext context)
    {
        var directory = await DirectoryAsync(request.MinRevision, context);
        var organisation = directory.Get(OrganisationId.ParseName(request.Name, "name"), "name", Callers.ReaderOf(context));
        return organisation.ToMessage(await reader.CountEntriesAsync(organisation.Key, context.CancellationToken));
    }

    public override async Task<ListOrganisationsResponse> ListOrganisations(ListOrganisationsRequest request, ServerCallContext context)
    {
        var directory = await DirectoryAsync(request.MinRevision, context);
        var rights = Callers.ReaderOf(context).Rights;
        var (page, next) = Page(directory.Organisations.Where(rights.Sees), organisation => organisation.Id.Value, request.PageSize, request.PageToken, "organisations");
        var answer = new ListOrganisationsResponse { NextPageToken = next };
        foreach (var organisation in page)
            answer.Organisations.Add(organisation.ToMessage(await reader.CountEntriesAsync(organisation.Key, context.CancellationToken)));
        return answer;
    }

    public override async Task<V1.Organisation> CreateOrganisation(CreateOrganisationRequest request, ServerCallContext context)
    {
        var organisation = request.Organisation ?? new();
        return await AnswerAsync(
            await partners.CreateOrganisationAsync(
                Callers.ActorOf(context), OrganisationId.Parse(request.OrganisationId, "organisation_id"), organisation.DisplayName, organisation.Description,
                Options(request.RequestId, request.ValidateOnly), context.CancellationToken),
            context);
    }

    public override async Task<V1.Organisation> UpdateOrganisation(UpdateOrganisationRequest request, ServerCallContext context)
    {
        var (organisation, mask) = (request.Organisation ?? new(), request.UpdateMask);
        Masks.Check(mask ?? new(), ["display_name", "description"]);
        return await AnswerAsync(
            await partners.UpdateOrganisationAsync(
                Callers.ActorOf(context),
                OrganisationId.ParseName(organisation.Name, "organisation.name"),
                organisation.Etag,
                Masks.Takes(mask, "display_name", organisation.DisplayName.Length > 0) ? organisation.DisplayName : null,
                Masks.Takes(mask, "description", organisation.Description.Length > 0) ? organisation.Description : null,
                Options(request.RequestId, request.ValidateOnly),
                context.CancellationToken),
            context);
    }

    public override async Task<V1.Organisation> ArchiveOrganisation(ArchiveOrganisationRequest request, ServerCallContext context) =>
        await AnswerAsync(
            await partners.ArchiveOrganisationAsync(
                Callers.ActorOf(context), OrganisationId.ParseName(request.Name, "name"), request.Etag, Options(request.RequestId, request.ValidateOnly), context.CancellationToken),
            context);

    public override Task<Entry> GetEntry(GetEntryRequest request, ServerCallContext context) =>
        entries.GetAsync(Callers.ReaderOf(context), request.Name, request.MinRevision, context.CancellationToken);

    public override Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context) =>
        entries.ListAsync(Callers.ReaderOf(context), request, context.CancellationToken);

    public override Task<ListRevisionsResponse> ListRevisions(ListRevisionsRequest request, ServerCallContext context) =>
        entries.ListRevisionsAsync(Callers.ReaderOf(context), request, context.CancellationToken);

    public override Task<WriteEntryResponse> CreateEntry(CreateEntryRequest request, ServerCallContext context)
    {
        var owner = OrganisationId.ParseName(request.Parent, "parent");
        var id = request.EntryId.Length == 0 ? null : EntryName.ParseId(request.EntryId, "entry_id");
        return WrittenAsync(owner, editor.CreateEntryAsync(
            Callers.ActorOf(context), owner, id, request.Entry.ToContent(), Options(request.RequestId, request.ValidateOnly), context.CancellationToken), context);
    }

    public override Task<WriteEntryResponse> UpdateEntry(UpdateEntryRequest request, ServerCallContext context)
    {
        var entry = request.Entry ?? new();
        var name = EntryName.ParseName(entry.Name, "entry.name");
        return WrittenAsync(name.Organisation, editor.UpdateEntryAsync(
            Callers.ActorOf(context), name, entry.Etag, entry.ToChange(request.UpdateMask), Options(request.RequestId, request.ValidateOnly), context.CancellationToken), context);
    }

    public override Task<WriteEntryResponse> ArchiveEntry(ArchiveEntryRequest request, ServerCallContext context)
    {
        var name = EntryName.ParseName(request.Name, "name");
        return WrittenAsync(name.Organisation, editor.ArchiveEntryAsync(
            Callers.ActorOf(context), name, request.Etag, request.ReplacedBy, Options(request.RequestId, request.ValidateOnly), context.CancellationToken), context);
    }

    static Editing.WriteOptions Options(string requestId, bool validateOnly) => new(requestId, validateOnly);

    static List<OrganisationId> Members(V1.Partnership partnership) =>
        [.. partnership.Members.Select(member => OrganisationId.ParseName(member, "members"))];

    async Task<WriteEntryResponse> WrittenAsync(OrganisationId owner, Task<EntryWritten> write, ServerCallContext context)
    {
        var written = await write;
        // What was only validated stands in no change.
        var change = written.Sequence == 0
            ? new Glossary.Change(0, ChangeKind.EntryUpdated, "", Callers.ActorOf(context), time.GetUtcNow(), 0, 0, default)
            : await entries.WrittenByAsync(written.Revision, context.CancellationToken);
        return written.ToMessage(tables.Current.Directory.Get(owner, "parent").Id, change, tables);
    }

    V1.Partnership Answer((Glossary.Partnership Partnership, long Sequence) written) =>
        written.Partnership.ToMessage(tables.Current.Directory, Token(written.Sequence));

    async Task<V1.Organisation> AnswerAsync((Glossary.Organisation Organisation, long Sequence) written, ServerCallContext context) =>
        written.Organisation.ToMessage(await reader.CountEntriesAsync(written.Organisation.Key, context.CancellationToken), Token(written.Sequence));

    string Token(long sequence) => sequence == 0 ? "" : tables.Token(sequence);

    async Task<PartnerDirectory> DirectoryAsync(string minRevision, ServerCallContext context) =>
        (await tables.LoadedAsync(tables.ParseToken(minRevision, "min_revision"), context.CancellationToken)).Directory;

    (List<T> Page, string Next) Page<T>(IEnumerable<T> all, Func<T, string> id, int pageSize, string pageToken, string question)
    {
        var size = PageTokens.Size(pageSize, 50);
        var after = tokens.Read(pageToken, question, 1)?[0];
        var page = all.Where(row => after is null || StringComparer.OrdinalIgnoreCase.Compare(id(row), after) > 0).Take(size + 1).ToList();
        return page.Count <= size ? (page, "") : (page[..size], tokens.Write(question, id(page[size - 1])));
    }
}
