using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Editing;

public sealed class PartnerEditorTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_partner_without_a_name_is_called_by_its_id()
    {
        Assert.Equal("acme", (await engine.AddOrganisationAsync("acme")).DisplayName);
        Assert.Equal("trade", (await engine.AddPartnershipAsync("trade", "acme")).DisplayName);
    }

    [Fact]
    public async Task What_is_not_given_in_a_change_stays()
    {
        await engine.AddPartnersAsync("a", "b");
        var organisation = await UpdateAsync("a", "A Ltd", "makes things");
        organisation = await UpdateAsync("a", null, "makes other things");
        var partnership = (await engine.Partners.UpdatePartnershipAsync(Engine.Actor, Engine.Partnership("p"), Etag("p"), "P", null, null, null, default, CancellationToken.None)).Partnership;

        Assert.Equal(("A Ltd", "makes other things"), (organisation.DisplayName, organisation.Description));
        Assert.Equal(("P", 2), (partnership.DisplayName, partnership.Members.Length));
        Assert.Equal("a", (await UpdateAsync("a", "", null)).DisplayName);
    }

    [Fact]
    public async Task A_stale_etag_is_refused()
    {
        await engine.AddPartnersAsync("a");
        var (organisation, partnership) = (Organisation("a").Etag, Etag("p"));
        _ = await UpdateAsync("a", "A", null);
        _ = await engine.SetMembersAsync("p");

        await RefusedAsync(ErrorReason.EtagStale, () => engine.Partners.UpdateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), organisation, "B", null, default, CancellationToken.None));
        await RefusedAsync(ErrorReason.EtagStale, () => engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("a"), organisation, default, CancellationToken.None));
        await RefusedAsync(ErrorReason.EtagStale, () => engine.Partners.UpdatePartnershipAsync(Engine.Actor, Engine.Partnership("p"), partnership, "B", null, null, null, default, CancellationToken.None));
        await RefusedAsync(ErrorReason.EtagStale, () => engine.Partners.ArchivePartnershipAsync(Engine.Actor, Engine.Partnership("p"), partnership, default, CancellationToken.None));
    }

    [Fact]
    public async Task Texts_that_cannot_be_kept_are_refused_by_their_field()
    {
        await engine.AddPartnersAsync("a");

        Assert.Equal("display_name", (await RefusedAsync(ErrorReason.TextTooLong, () => UpdateAsync("a", new string('x', 201), null))).Field);
        Assert.Equal("display_name", (await RefusedAsync(ErrorReason.CharacterNotAllowed, () => UpdateAsync("a", "a\u202Eb", null))).Field);
        Assert.Equal("description", (await RefusedAsync(ErrorReason.TextTooLong, () => UpdateAsync("a", null, new string('x', 20_001)))).Field);
        Assert.Equal("members", (await RefusedAsync(ErrorReason.OrganisationNotFound, () => engine.SetMembersAsync("p", "a", "nobody"))).Field);
        Assert.Equal("members", (await RefusedAsync(ErrorReason.TooManyValues, () => engine.SetMembersAsync("p", [.. Enumerable.Repeat("a", 1_001)]))).Field);
    }

    [Fact]
    public async Task A_member_given_twice_counts_once()
    {
        await engine.AddPartnersAsync("a");

        Assert.Single((await engine.SetMembersAsync("p", "a", "A", "a")).Members);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_and_another_one_under_its_id_refused()
    {
        var first = await engine.Partners.CreateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), "A", "", new("r"), CancellationToken.None);

        Assert.Equal(first, await engine.Partners.CreateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), "A", "", new("r"), CancellationToken.None));
        await RefusedAsync(ErrorReason.RequestIdReused, () => engine.Partners.CreateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), "B", "", new("r"), CancellationToken.None));
    }

    [Fact]
    public async Task A_text_that_is_not_given_is_another_request_than_a_dash()
    {
        _ = await engine.AddOrganisationAsync("a");
        var etag = Organisation("a").Etag;
        _ = await engine.Partners.UpdateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), etag, "-", null, new("r"), CancellationToken.None);

        await RefusedAsync(ErrorReason.RequestIdReused, () => engine.Partners.UpdateOrganisationAsync(Engine.Actor, Engine.Organisation("a"), etag, null, null, new("r"), CancellationToken.None));
    }

    [Fact]
    public async Task What_is_only_checked_is_not_stored()
    {
        await engine.AddPartnersAsync("a");
        var before = engine.Tables.Current.Sequence;

        var (organisation, sequence) = await engine.Partners.CreateOrganisationAsync(Engine.Actor, Engine.Organisation("b"), "B", "", new(ValidateOnly: true), CancellationToken.None);

        Assert.Equal(("B", 0L), (organisation.DisplayName, sequence));
        Assert.Null(engine.Tables.Current.Directory.Find(Engine.Organisation("b")));
        Assert.Equal(before, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Conflicts_open_when_a_member_comes_and_close_when_it_goes()
    {
        await StartWithTwoMeaningsAsync();
        _ = await engine.AddPartnershipAsync("p", "a");
        Assert.Empty(await engine.ConflictsAsync());

        _ = await engine.SetMembersAsync("p", "a", "b");
        Assert.Equal("incident", Assert.Single(await engine.OpenConflictsAsync()).Word);
        Assert.All((await engine.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));

        _ = await engine.SetMembersAsync("p", "b");
        Assert.Empty(await engine.OpenConflictsAsync());
        Assert.All((await engine.LookUpAsync("incident")).Meanings, meaning => Assert.Empty(meaning.Conflicts));
    }

    [Fact]
    public async Task Conflicts_open_at_once_in_a_new_partnership_and_in_each_of_several()
    {
        await StartWithTwoMeaningsAsync();
        _ = await engine.AddPartnershipAsync("p", "a", "b");
        _ = await engine.AddPartnershipAsync("q", "b", "a");

        Assert.Equal([1, 2], (await engine.OpenConflictsAsync()).Select(conflict => conflict.Partnership));
        var meanings = (await engine.LookUpAsync("incident", partnership: "partnerships/q")).Meanings;
        Assert.All(meanings, meaning => Assert.StartsWith("partnerships/q/", Assert.Single(meaning.Conflicts), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Archiving_an_organisation_closes_its_conflicts_and_its_entries_answer_no_more()
    {
        await StartWithTwoMeaningsAsync();
        _ = await engine.AddPartnershipAsync("p", "a", "b");

        _ = await engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("b"), Organisation("b").Etag, default, CancellationToken.None);

        Assert.Empty(await engine.OpenConflictsAsync());
        var meaning = Assert.Single((await engine.LookUpAsync("incident")).Meanings);
        Assert.Equal("organisations/a", meaning.Organisation);
        Assert.Empty(meaning.Conflicts);
        await RefusedAsync(ErrorReason.Archived, () => UpdateAsync("b", "B", null));
    }

    [Fact]
    public async Task Archiving_a_partnership_closes_its_conflicts_and_no_others()
    {
        await StartWithTwoMeaningsAsync();
        _ = await engine.AddPartnershipAsync("p", "a", "b");
        _ = await engine.AddPartnershipAsync("q", "a", "b");

        _ = await engine.Partners.ArchivePartnershipAsync(Engine.Actor, Engine.Partnership("p"), Etag("p"), default, CancellationToken.None);
        _ = await engine.ChangeAsync("a", "e", Engine.Content("incident", Definitions.InNineWeeks));

        Assert.Equal(2, Assert.Single(await engine.OpenConflictsAsync()).Partnership);
        await RefusedAsync(ErrorReason.Archived, () => engine.SetMembersAsync("p", "a"));
    }

    [Fact]
    public async Task An_import_finds_or_makes_its_organisation_and_partnership()
    {
        var first = await EnsureAsync("a", null);
        Assert.Equal("default", first.Partnership.Value);
        Assert.Equal(first, await EnsureAsync("a", null));

        Assert.Equal("trade", (await EnsureAsync("b", "trade")).Partnership.Value);
        Assert.Equal("trade", (await EnsureAsync("b", null)).Partnership.Value);
        Assert.Equal("trade", (await EnsureAsync("a", "Trade")).Partnership.Value);
        Assert.Equal(2, engine.Tables.Current.Directory.Get(Engine.Partnership("trade"), "p").Members.Length);
        Assert.Equal(2, engine.Tables.Current.Directory.PartnershipsOf(1).Count());
    }

    async Task StartWithTwoMeaningsAsync()
    {
        _ = await engine.AddOrganisationAsync("a");
        _ = await engine.AddOrganisationAsync("b");
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        _ = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays), "e");
        _ = await engine.AddAsync("a", "agreed", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "agreed", Definitions.InFourHours);
    }

    Task<Joined> EnsureAsync(string organisation, string? partnership) => engine.Partners.EnsureAsync(
        Engine.Actor, Engine.Organisation(organisation), "", partnership is null ? null : Engine.Partnership(partnership), validateOnly: false, CancellationToken.None);

    async Task<Organisation> UpdateAsync(string id, string? name, string? description) => (await engine.Partners.UpdateOrganisationAsync(
        Engine.Actor, Engine.Organisation(id), Organisation(id).Etag, name, description, default, CancellationToken.None)).Organisation;

    Organisation Organisation(string id) => engine.Tables.Current.Directory.Get(Engine.Organisation(id), "o");

    string Etag(string partnership) => engine.Tables.Current.Directory.Get(Engine.Partnership(partnership), "p").Etag;

    static async Task<RefusalException> RefusedAsync(ErrorReason reason, Func<Task> write)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(write);
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}
