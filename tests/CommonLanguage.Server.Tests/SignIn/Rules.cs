using CommonLanguage.V1;
using Google.Protobuf;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>What a call of the matrix is about: something of the caller's own partnership, of a foreign one, or nothing there is.</summary>
/// <param name="Organisation">Resource name.</param>
/// <param name="Partnership">Resource name.</param>
/// <param name="Conflict">Resource name.</param>
/// <param name="ConflictEtag">The conflict's current etag.</param>
/// <param name="Affiliation">Resource name of somebody else's.</param>
/// <param name="ApiKey">Resource name of somebody else's.</param>
sealed record Target(string Organisation, string Partnership, string Conflict, string ConflictEtag, string Affiliation, string ApiKey)
{
    public string Entry => Organisation + "/entries/incident";
}

/// <summary>Who may call a method.</summary>
/// <param name="Roles">Roles of the organisation or partnership that may; everybody who is signed in when it is empty.</param>
/// <param name="Messages">The request; several on a stream.</param>
sealed record Rule(string[] Roles, Func<Target, IMessage[]> Messages)
{
    /// <summary>Whether the request names something that only some may know of.</summary>
    public bool HasTarget { get; init; } = true;

    /// <summary>The request that asks for the most there is, where that is another one.</summary>
    public IMessage? Widest { get; init; }

    /// <summary>Whether those who may not call it are told that there is no such thing, and not that they may not.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether nobody may, not even an administrator.</summary>
    public bool IsForNobody { get; init; }
}

/// <summary>The rule of every method of the contract. A method without one fails the tests: say here who may call it, and with what request.</summary>
static class Rules
{
    public const string Reader = "reader", App = "app", Editor = "editor", Owner = "owner", Signatory = "signatory", Translator = "translator", Coordinator = "coordinator", Administrator = "administrator";

    public static readonly string[] AllRoles = [Reader, App, Editor, Owner, Signatory, Translator, Coordinator, Administrator];

    static readonly string[] Coordinating = [Coordinator, Administrator];
    static readonly string[] Publishing = [Owner, App, Administrator];
    static readonly string[] Leading = [Translator, Coordinator, Administrator];
    static readonly string[] Speaking = [Editor, Owner, Signatory, App, Administrator, Translator];

    public static readonly Dictionary<string, Rule> Of = new(StringComparer.Ordinal)
    {
        ["GlossaryService.GetPartnership"] = Read(t => new GetPartnershipRequest { Name = t.Partnership }),
        ["GlossaryService.ListPartnerships"] = General(new ListPartnershipsRequest()),
        ["GlossaryService.CreatePartnership"] = Write([Administrator], t => new CreatePartnershipRequest { PartnershipId = "new", Partnership = new() { Members = { t.Organisation } }, ValidateOnly = true }) with { HasTarget = false },
        ["GlossaryService.UpdatePartnership"] = Write([Coordinator, Administrator], t => new UpdatePartnershipRequest { Partnership = new() { Name = t.Partnership, DisplayName = "x" }, ValidateOnly = true }),
        ["GlossaryService.ArchivePartnership"] = Write([Administrator], t => new ArchivePartnershipRequest { Name = t.Partnership, ValidateOnly = true }),
        ["GlossaryService.GetOrganisation"] = Read(t => new GetOrganisationRequest { Name = t.Organisation }),
        ["GlossaryService.ListOrganisations"] = General(new ListOrganisationsRequest()),
        ["GlossaryService.CreateOrganisation"] = Write([Administrator], _ => new CreateOrganisationRequest { OrganisationId = "new", ValidateOnly = true }) with { HasTarget = false },
        ["GlossaryService.UpdateOrganisation"] = Write(Publishing, t => new UpdateOrganisationRequest { Organisation = new() { Name = t.Organisation, DisplayName = "x" }, ValidateOnly = true }),
        ["GlossaryService.ArchiveOrganisation"] = Write([Administrator], t => new ArchiveOrganisationRequest { Name = t.Organisation, ValidateOnly = true }),
        ["GlossaryService.GetEntry"] = Read(t => new GetEntryRequest { Name = t.Entry }),
        ["GlossaryService.ListEntries"] = Read(t => new ListEntriesRequest { Parent = t.Organisation }),
        ["GlossaryService.ListRevisions"] = Read(t => new ListRevisionsRequest { Parent = t.Entry }),
        ["GlossaryService.CreateEntry"] = Write(Publishing, t => new CreateEntryRequest { Parent = t.Organisation, Entry = Entry(), ValidateOnly = true }),
        ["GlossaryService.UpdateEntry"] = Write(Publishing, t => new UpdateEntryRequest { Entry = Entry(t.Entry), ValidateOnly = true }),
        ["GlossaryService.ArchiveEntry"] = Write(Publishing, t => new ArchiveEntryRequest { Name = t.Entry, ValidateOnly = true }),

        ["LookupService.LookUpTerm"] = Read(t => new LookUpTermRequest { Term = "incident", Organisations = { t.Organisation } }) with { Widest = new LookUpTermRequest { Term = "incident" } },
        ["LookupService.BatchLookUpTerms"] = Read(t => new BatchLookUpTermsRequest { Terms = { "incident" }, Partnership = t.Partnership }) with { Widest = new BatchLookUpTermsRequest { Terms = { "incident", "secret of zulu" } } },
        ["LookupService.LookUpTerms"] = Read(t => new LookUpTermRequest { Term = "incident", Organisations = { t.Organisation } }) with { Widest = new LookUpTermRequest { Term = "secret of zulu" } },
        ["LookupService.SearchEntries"] = Read(t => new SearchEntriesRequest { Query = "event", Organisations = { t.Organisation } }) with { Widest = new SearchEntriesRequest { Query = "event what only knows secret zulu yankee", PageSize = 100 } },
        ["LookupService.SuggestTerms"] = Read(t => new SuggestTermsRequest { Prefix = "inc", Partnership = t.Partnership }) with { Widest = new SuggestTermsRequest { Prefix = "secret", PageSize = 100 } },

        ["ConflictService.ListConflicts"] = Read(t => new ListConflictsRequest { Parent = t.Partnership }) with { Widest = new ListConflictsRequest { PageSize = 100 } },
        ["ConflictService.GetConflict"] = Read(t => new GetConflictRequest { Name = t.Conflict }),
        ["ConflictService.CompareDefinitions"] = General(new CompareDefinitionsRequest { Term = "t", A = "One thing.", B = "Another thing.", Language = "en" }),
        ["ConflictService.PreviewConflicts"] = Read(t => new PreviewConflictsRequest { Parent = t.Organisation, Entry = Entry() }),
        ["ConflictService.WatchConflicts"] = Read(t => new WatchConflictsRequest { Parent = t.Partnership }) with { Widest = new WatchConflictsRequest() },

        ["ReconciliationService.GetReconciliation"] = Read(t => new GetReconciliationRequest { Name = t.Conflict }),
        ["ReconciliationService.ListMyQueue"] = Read(t => new ListMyQueueRequest { Parent = t.Partnership }) with { Widest = new ListMyQueueRequest() },
        ["ReconciliationService.Triage"] = Write([Translator], t => new TriageRequest { Name = t.Conflict, Etag = t.ConflictEtag, Verdict = TriageRequest.Types.Verdict.Related, ValidateOnly = true }),
        ["ReconciliationService.Dismiss"] = Write([Translator], t => new DismissRequest { Name = t.Conflict, Etag = t.ConflictEtag, ValidateOnly = true }),
        ["ReconciliationService.Defer"] = Write(Leading, t => new DeferRequest { Name = t.Conflict, Etag = t.ConflictEtag, Reason = "r", ReviewDate = "2999-01-01", ValidateOnly = true }),
        ["ReconciliationService.Reopen"] = Write([Owner, App, .. Leading], t => new ReopenRequest { Name = t.Conflict, Etag = t.ConflictEtag, Reason = "r", ValidateOnly = true }),
        ["ReconciliationService.Assign"] = Write(Leading, t => new AssignRequest { Name = t.Conflict, Etag = t.ConflictEtag, ValidateOnly = true }),
        ["ReconciliationService.CorrectLineUp"] = Write(Speaking, t => new CorrectLineUpRequest { Name = t.Conflict, Etag = t.ConflictEtag, Cell = new() { Entry = t.Entry, Characteristic = "c" }, ValidateOnly = true }),
        ["ReconciliationService.Assess"] = Write(Speaking, t => new AssessRequest { Name = t.Conflict, Etag = t.ConflictEtag, Assessment = new() { Organisation = t.Organisation, Overlap = Assessment.Types.Overlap.Some, Cost = Assessment.Types.Cost.Low }, ValidateOnly = true }),
        ["ReconciliationService.Propose"] = Write([Translator], t => new ProposeRequest { Name = t.Conflict, Etag = t.ConflictEtag, Proposal = new() { Outcome = Outcome.AgreeToDiffer, Rationale = "r" }, ValidateOnly = true }),
        ["ReconciliationService.Comment"] = Write([.. Speaking, Coordinator], t => new CommentRequest { Name = t.Conflict, Text = "c", ValidateOnly = true }),
        ["ReconciliationService.OpenConsultation"] = Write(Leading, t => new OpenConsultationRequest { Name = t.Conflict, Etag = t.ConflictEtag, Proposal = 1, ToDate = "2999-01-01", ValidateOnly = true }),
        ["ReconciliationService.TakePosition"] = Write([Signatory], t => new TakePositionRequest { Name = t.Conflict, Etag = t.ConflictEtag, Organisation = t.Organisation, Proposal = 1, Stance = Position.Types.Stance.Accept, ValidateOnly = true }),
        ["ReconciliationService.Resolve"] = Write(Leading, t => new ResolveRequest { Name = t.Conflict, Etag = t.ConflictEtag, Proposal = 1, ValidateOnly = true }),
        ["ReconciliationService.PublishEffects"] = Write(Publishing, t => new PublishEffectsRequest { Name = t.Conflict, Etag = t.ConflictEtag, Organisation = t.Organisation, ValidateOnly = true }),
        ["ReconciliationService.TakeBack"] = Write(Publishing, t => new TakeBackRequest { Name = t.Conflict, Etag = t.ConflictEtag, Organisation = t.Organisation, ValidateOnly = true }),
        ["ReconciliationService.ExportReconciliation"] = Read(t => new ExportReconciliationRequest { Name = t.Conflict }),

        ["CheckService.CheckDocument"] = Read(t => new CheckDocumentRequest { Settings = new() { Partnership = t.Partnership }, Name = "a.md", Content = ByteString.CopyFromUtf8("An incident.") }) with { Widest = new CheckDocumentRequest { Name = "a.md", Content = ByteString.CopyFromUtf8("An incident.") } },
        ["CheckService.CheckDocuments"] = Read(t => new CheckDocumentsRequest { Settings = new() { Partnership = t.Partnership } }),
        ["CheckService.ListRules"] = General(new ListRulesRequest()),

        ["InterchangeService.ImportGlossary"] = new(
            Publishing,
            t =>
            [
                new ImportGlossaryRequest { Header = new() { Organisation = t.Organisation, ValidateOnly = true } },
                new ImportGlossaryRequest { Chunk = ByteString.CopyFromUtf8("term,definition\nword,What it means.\n") },
            ]),
        ["InterchangeService.ExportGlossary"] = Read(t => new ExportGlossaryRequest { Organisation = t.Organisation, Format = GlossaryFormat.Csv }),
        ["InterchangeService.GetSnapshot"] = Read(t => new GetSnapshotRequest { Partnership = t.Partnership }) with { Widest = new GetSnapshotRequest() },

        ["ChangeService.WatchChanges"] = General(new WatchChangesRequest()),
        ["ChangeService.ListChanges"] = General(new ListChangesRequest { PageSize = 1_000 }),

        ["NotificationService.CreateWebhook"] = Write(Coordinating, t => new CreateWebhookRequest { Parent = t.Partnership }),
        ["NotificationService.ListWebhooks"] = Write(Coordinating, t => new ListWebhooksRequest { Parent = t.Partnership }),
        ["NotificationService.EndWebhook"] = Write(Coordinating, t => new EndWebhookRequest { Name = t.Partnership + "/webhooks/w1" }),
        ["NotificationService.ListDeliveries"] = Write(Coordinating, t => new ListDeliveriesRequest { Parent = t.Partnership + "/webhooks/w1" }),
        ["NotificationService.RetryDelivery"] = Write(Coordinating, t => new RetryDeliveryRequest { Name = t.Partnership + "/webhooks/w1/deliveries/1" }),

        ["AdministrationService.WhoAmI"] = General(new WhoAmIRequest()),
        ["AdministrationService.ListAffiliations"] = Read(t => new ListAffiliationsRequest { Organisation = t.Organisation }) with { Widest = new ListAffiliationsRequest() },
        ["AdministrationService.GetAffiliation"] = Write([Administrator], t => new GetAffiliationRequest { Name = t.Affiliation }) with { IsHidden = true },
        ["AdministrationService.CreateAffiliation"] = Write([Administrator], t => new CreateAffiliationRequest { Affiliation = new() { Person = "p", Organisation = t.Organisation, Role = Role.Owner }, ValidateOnly = true }),
        ["AdministrationService.UpdateAffiliation"] = Write([Administrator], t => new UpdateAffiliationRequest { Affiliation = new() { Name = t.Affiliation, ToDate = "2999-01-01" }, ValidateOnly = true }) with { IsHidden = true },
        ["AdministrationService.ListApiKeys"] = General(new ListApiKeysRequest()),
        ["AdministrationService.GetApiKey"] = Write([Administrator], t => new GetApiKeyRequest { Name = t.ApiKey }) with { IsHidden = true },
        ["AdministrationService.CreateApiKey"] = Write([Administrator], _ => new CreateApiKeyRequest { ApiKey = new() { Person = "somebody-else" }, ValidateOnly = true }) with { HasTarget = false },
        ["AdministrationService.RevokeApiKey"] = Write([Administrator], t => new RevokeApiKeyRequest { Name = t.ApiKey }) with { IsHidden = true },
        ["AdministrationService.ClaimAdministration"] = Write([], _ => new ClaimAdministrationRequest { Person = "eve" }) with { HasTarget = false, IsForNobody = true },
    };

    static Rule Read(Func<Target, IMessage> request) => new([], target => [request(target)]);

    static Rule General(IMessage request) => new([], _ => [request]) { HasTarget = false };

    static Rule Write(string[] roles, Func<Target, IMessage> request) => new(roles, target => [request(target)]);

    static Entry Entry(string name = "") => new() { Name = name, Terms = { new Term { Text = "word" } }, Definition = "What it means.", Language = "en" };
}
