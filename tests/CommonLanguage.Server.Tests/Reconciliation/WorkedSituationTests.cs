using CommonLanguage.Testing;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Reconciliation;

/// <summary>Four situations of daily life, from two glossaries to what every answer says afterwards. docs/reconciliation.md tells them.</summary>
public sealed class WorkedSituationTests : IAsyncLifetime
{
    const string FourHours = "A disturbance that the supplier must resolve within 4 hours of the report by the customer.";
    const string TwoDays = "A disturbance that the supplier must resolve within 2 days of the report by the customer.";
    const string NineWeeks = "A disturbance that the supplier must resolve within 9 weeks of the report by the customer.";

    TestServer server = null!;

    ReconciliationService.ReconciliationServiceClient Desk => new(server.Channel);

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        foreach (var id in new[] { "harbour", "railway" })
            _ = await glossary.CreateOrganisationAsync(new() { OrganisationId = id });
        _ = await glossary.CreatePartnershipAsync(new()
        {
            PartnershipId = "freight",
            Partnership = new() { Members = { "organisations/harbour", "organisations/railway" } },
        });
        await DefineAsync("harbour", FourHours);
        await DefineAsync("railway", TwoDays);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task One_side_has_authority_and_the_other_adopts()
    {
        var resolved = await SettleAsync(new() { Outcome = Outcome.AdoptOne, Rationale = "The harbour is the regulator.", Entry = Entry("harbour") });

        Assert.Equal(Conflict.Types.Status.Resolved, resolved.Conflict.Status);
        var meaning = Assert.Single((await LookUpAsync(resolved)).Meanings);
        Assert.Equal(("organisations/harbour", FourHours), (meaning.Organisation, meaning.Definition));
        Assert.Equal(["organisations/railway"], meaning.AdoptedBy);
        Assert.Empty(await CheckAsync(resolved));
        await AssertQueueIsEmptyAsync();
    }

    [Theory]
    [InlineData("note")]
    [InlineData("")]
    public async Task Whoever_has_adopted_still_does_after_a_change_of_a_note_and_no_longer_after_one_of_the_definition(string mask)
    {
        var resolved = await SettleAsync(new() { Outcome = Outcome.AdoptOne, Rationale = "The harbour is the regulator.", Entry = Entry("harbour") });
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var entry = await glossary.GetEntryAsync(new() { Name = Entry("railway"), MinRevision = resolved.RevisionToken });

        entry.Note = "See the handbook.";
        var paths = mask.Length == 0 ? null : new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { mask } };
        var noted = await glossary.UpdateEntryAsync(new() { Entry = entry, UpdateMask = paths });
        var lookup = new LookupService.LookupServiceClient(server.Channel);
        var meaning = Assert.Single((await lookup.LookUpTermAsync(new() { Term = "incident", MinRevision = noted.RevisionToken })).Meanings);
        Assert.Equal(["organisations/railway"], meaning.AdoptedBy);

        noted.Entry.Definition = NineWeeks;
        var left = await glossary.UpdateEntryAsync(new() { Entry = noted.Entry });
        Assert.Equal(2, (await lookup.LookUpTermAsync(new() { Term = "incident", MinRevision = left.RevisionToken })).Meanings.Count);
    }

    [Fact]
    public async Task Two_near_equal_definitions_merge_into_one_of_the_partnership()
    {
        const string agreed = "A disturbance that the supplier must resolve within one day of the report by the customer.";

        var resolved = await SettleAsync(new() { Outcome = Outcome.MergeIntoShared, Rationale = "Nearly equal.", Texts = { new ProposedText { Definition = agreed } } });

        var meaning = Assert.Single((await LookUpAsync(resolved)).Meanings);
        Assert.Equal(agreed, meaning.Definition);
        Assert.Equal(["organisations/harbour", "organisations/railway"], meaning.AdoptedBy);
        var hit = Assert.Single((await SearchAsync("disturbance", resolved)).Hits);
        Assert.Equal(meaning.Entry, hit.Entry);
        Assert.Empty(await CheckAsync(resolved));
        await AssertQueueIsEmptyAsync();
    }

    [Fact]
    public async Task One_word_for_two_measures_gets_two_words()
    {
        var resolved = await SettleAsync(new()
        {
            Outcome = Outcome.QualifyTerms,
            Rationale = "Two measures.",
            Texts = { new ProposedText { Entry = Entry("harbour"), Term = "incident (quay)" }, new ProposedText { Entry = Entry("railway"), Term = "incident (track)" } },
        });

        var meanings = (await LookUpAsync(resolved)).Meanings;
        Assert.Equal(["incident (quay)", "incident (track)"], meanings.Select(meaning => Assert.Single(Assert.Single(meaning.Settlements).UseInstead)).Order(StringComparer.Ordinal));
        Assert.All(meanings, meaning => Assert.Equal(Term.Types.Status.Deprecated, meaning.Status));
        var finding = Assert.Single(await CheckAsync(resolved));
        Assert.Equal(("CL002", "incident (quay)"), (finding.Rule, Assert.Single(finding.Fixes).Replacement));
        await AssertQueueIsEmptyAsync();
    }

    [Fact]
    public async Task Bound_by_law_on_both_sides_they_agree_to_differ_until_a_meaning_changes()
    {
        var resolved = await SettleAsync(new()
        {
            Outcome = Outcome.AgreeToDiffer,
            Rationale = "Bound by law.",
            Relation = Relation.Related,
            Texts = { new ProposedText { Entry = Entry("harbour"), Note = "As the harbour act says." }, new ProposedText { Entry = Entry("railway"), Note = "As the railway act says." } },
        });
        Assert.All((await LookUpAsync(resolved)).Meanings, meaning => Assert.True(Assert.Single(meaning.Settlements).Warning));
        await AssertQueueIsEmptyAsync();
        var finding = Assert.Single(await CheckAsync(resolved));
        Assert.Equal(("CL001", FindingSeverity.Warning), (finding.Rule, finding.Severity));
        Assert.Contains("railway means something of its own by 'incident': As the railway act says.", finding.Evidence);

        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var entry = await glossary.GetEntryAsync(new() { Name = Entry("railway"), MinRevision = resolved.RevisionToken });
        entry.Definition = NineWeeks;
        var written = await glossary.UpdateEntryAsync(new() { Entry = entry });

        var reopened = await Desk.GetReconciliationAsync(new() { Name = resolved.Conflict.Name, MinRevision = written.RevisionToken });
        Assert.Equal(Conflict.Types.Status.Reopened, reopened.Conflict.Status);
        Assert.Contains("2 days", reopened.Reopening, StringComparison.Ordinal);
        Assert.Equal("reopening", reopened.Acts[^1].Kind);
        Assert.Equal(Mapping.Types.State.Stale, reopened.Mappings[^1].State);
    }

    [Fact]
    public async Task One_of_them_is_given_up_and_its_word_is_an_error()
    {
        var resolved = await SettleAsync(new() { Outcome = Outcome.DeprecateOne, Rationale = "Obsolete.", Entry = Entry("harbour"), Replacement = "quay stop" });

        var finding = Assert.Single(await CheckAsync(resolved));
        Assert.Equal(("CL002", FindingSeverity.Error, "quay stop"), (finding.Rule, finding.Severity, Assert.Single(finding.Fixes).Replacement));
    }

    [Fact]
    public async Task Clearer_words_for_both_are_good_to_know()
    {
        var resolved = await SettleAsync(new()
        {
            Outcome = Outcome.ClarifyWording,
            Rationale = "Hidden in the text.",
            Texts = { new ProposedText { Entry = Entry("harbour"), Definition = FourHours + " It begins at sea." }, new ProposedText { Entry = Entry("railway"), Definition = TwoDays + " It begins on land." } },
        });

        var finding = Assert.Single(await CheckAsync(resolved));
        Assert.Equal(("CL001", FindingSeverity.Info, 2), (finding.Rule, finding.Severity, finding.Entries.Count));
    }

    [Fact]
    public async Task A_broader_word_and_a_specific_one_for_each_are_offered()
    {
        var resolved = await SettleAsync(new()
        {
            Outcome = Outcome.SharedGenericPlusSpecific,
            Rationale = "Both are kinds of one.",
            Texts =
            {
                new ProposedText { Definition = "A disturbance that the supplier must resolve." },
                new ProposedText { Entry = Entry("harbour"), Term = "quay incident" },
                new ProposedText { Entry = Entry("railway"), Term = "track incident" },
            },
        });

        var finding = Assert.Single(await CheckAsync(resolved));
        Assert.Equal(("CL001", FindingSeverity.Info), (finding.Rule, finding.Severity));
        Assert.Equal(["quay incident", "track incident"], finding.Fixes.Select(fix => fix.Replacement));
    }

    [Fact]
    public async Task What_is_no_conflict_is_silent()
    {
        var conflict = await ConflictAsync();
        var dismissed = await Desk.TriageAsync(new() { Name = conflict.Name, Etag = conflict.Etag, Verdict = TriageRequest.Types.Verdict.Same });

        Assert.Equal(Conflict.Types.Status.Dismissed, dismissed.Conflict.Status);
        Assert.Empty(await CheckAsync(dismissed));
    }

    [Fact]
    public async Task Who_settles_a_word_is_told_of_the_definitions_that_use_it()
    {
        _ = await new GlossaryService.GlossaryServiceClient(server.Channel).CreateEntryAsync(new()
        {
            Parent = "organisations/railway",
            EntryId = "near-miss",
            Entry = new Entry { Terms = { new Term { Text = "near miss" } }, Definition = "What would have become an incident." },
        });

        var resolved = await SettleAsync(new() { Outcome = Outcome.AdoptOne, Rationale = "The harbour is the regulator.", Entry = Entry("harbour") });

        var dependent = Assert.Single((await Desk.GetReconciliationAsync(new() { Name = resolved.Conflict.Name })).Conflict.Dependents);
        Assert.Equal(("organisations/railway/entries/near-miss", "near miss"), (dependent.Entry, dependent.Term));
        Assert.Contains("incident", dependent.Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_off_rule_is_set_with_the_partnership()
    {
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var partnership = await glossary.GetPartnershipAsync(new() { Name = "partnerships/freight" });
        Assert.Equal(SignOffRule.Types.Kind.All, partnership.SignOff.Kind);

        partnership.SignOff = new() { Kind = SignOffRule.Types.Kind.Minimum, Minimum = 1 };
        Assert.Equal(partnership.SignOff, (await glossary.UpdatePartnershipAsync(new() { Partnership = partnership })).SignOff);

        partnership = await glossary.GetPartnershipAsync(new() { Name = "partnerships/freight" });
        partnership.SignOff = new() { Kind = SignOffRule.Types.Kind.Minimum };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await glossary.UpdatePartnershipAsync(new() { Partnership = partnership }));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("sign_off.minimum", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_out_of_turn_is_refused_with_its_reason()
    {
        var conflict = await ConflictAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Desk.ResolveAsync(new() { Name = conflict.Name, Etag = conflict.Etag, Proposal = 1 }));

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Contains("Triage it first", refused.Status.Detail, StringComparison.Ordinal);
    }

    static string Entry(string organisation) => $"organisations/{organisation}/entries/incident";

    async Task DefineAsync(string organisation, string definition) => _ = await new GlossaryService.GlossaryServiceClient(server.Channel).CreateEntryAsync(new()
    {
        Parent = "organisations/" + organisation,
        EntryId = "incident",
        Entry = new Entry { Terms = { new Term { Text = "incident" } }, Definition = definition },
    });

    async Task<Conflict> ConflictAsync() =>
        Assert.Single((await new ConflictService.ConflictServiceClient(server.Channel).ListConflictsAsync(new())).Conflicts);

    async Task<V1.Reconciliation> SettleAsync(Proposal proposal)
    {
        var conflict = await ConflictAsync();
        var to = DateTime.UtcNow.AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var at = await Desk.TriageAsync(new() { Name = conflict.Name, Etag = conflict.Etag, Verdict = TriageRequest.Types.Verdict.Related });
        at = await Desk.ProposeAsync(new() { Name = conflict.Name, Etag = at.Conflict.Etag, Proposal = proposal });
        at = await Desk.OpenConsultationAsync(new() { Name = conflict.Name, Etag = at.Conflict.Etag, Proposal = 1, ToDate = to });
        foreach (var organisation in new[] { "organisations/harbour", "organisations/railway" })
        {
            at = await Desk.TakePositionAsync(new()
            {
                Name = conflict.Name, Etag = at.Conflict.Etag, Organisation = organisation, Proposal = 1, Stance = Position.Types.Stance.Accept,
            });
        }

        return await Desk.ResolveAsync(new() { Name = conflict.Name, Etag = at.Conflict.Etag, Proposal = 1 });
    }

    async Task<LookUpTermResponse> LookUpAsync(V1.Reconciliation after) =>
        await new LookupService.LookupServiceClient(server.Channel).LookUpTermAsync(new() { Term = "incident", MinRevision = after.RevisionToken });

    async Task<SearchEntriesResponse> SearchAsync(string query, V1.Reconciliation after) =>
        await new LookupService.LookupServiceClient(server.Channel).SearchEntriesAsync(new() { Query = query, MinRevision = after.RevisionToken });

    // What the harbour is told when it writes the word for the railway.
    async Task<IReadOnlyList<Finding>> CheckAsync(V1.Reconciliation after) => (await new CheckService.CheckServiceClient(server.Channel).CheckDocumentAsync(new()
    {
        Name = "a.md",
        Content = Google.Protobuf.ByteString.CopyFromUtf8("Each incident is a disturbance that the supplier must resolve for the customer.\n"),
        Settings = new() { Author = "harbour", Readers = { "railway" }, MinRevision = after.RevisionToken },
    })).Findings;

    async Task AssertQueueIsEmptyAsync() =>
        Assert.Empty((await new ConflictService.ConflictServiceClient(server.Channel).ListConflictsAsync(new())).Conflicts);
}
