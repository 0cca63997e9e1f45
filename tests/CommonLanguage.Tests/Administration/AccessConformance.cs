using CommonLanguage.Administration;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Administration;

/// <summary>Who may do what, on every store: organisations a and b in partnership "p", c in "q" alone.</summary>
public abstract class AccessConformance : OnEveryStore
{
    [SkippableFact]
    public async Task A_role_holds_from_its_first_day_to_the_day_before_its_end()
    {
        var engine = await OpenAsync();
        _ = await GiveAsync(engine, "ana", "a", Role.Owner, new(2026, 3, 5), new(2026, 3, 8));

        Assert.False(Has(4));
        Assert.True(Has(5));
        Assert.True(Has(7));
        Assert.False(Has(8));

        bool Has(int day)
        {
            engine.Clock.MoveTo(2026, 3, day);
            return engine.Access.RightsOf("ana").Has(Role.Owner, Key(engine, "a"));
        }
    }

    [SkippableFact]
    public async Task Who_works_for_a_member_sees_the_partners_and_nobody_else()
    {
        var engine = await OpenAsync();
        _ = await GiveAsync(engine, "ana", "a", Role.Reader);
        var rights = engine.Access.RightsOf("ana");

        Assert.Equal([true, true, false], new[] { "a", "b", "c" }.Select(id => rights.Sees(Directory(engine).Find(Engine.Organisation(id))!)));
        Assert.Equal([true, false], new[] { "p", "q" }.Select(id => rights.Sees(Directory(engine).Find(Engine.Partnership(id))!)));
    }

    [SkippableFact]
    public async Task Who_has_left_no_longer_sees_anything()
    {
        var engine = await OpenAsync();
        var given = await GiveAsync(engine, "ana", "a", Role.Owner);
        _ = await EndAsync(engine, given, new(2026, 3, 1));

        var rights = engine.Access.RightsOf("ana");
        Assert.Empty(rights.Partnerships);
        Assert.Empty(rights.Organisations);
        Assert.False(rights.Has(Role.Owner, Key(engine, "a")));
    }

    [SkippableFact]
    public async Task Who_has_worked_on_both_sides_is_a_translator_even_after_leaving_one()
    {
        var engine = await OpenAsync();
        var before = await GiveAsync(engine, "tess", "a", Role.Editor, new(2020, 1, 1));
        _ = await EndAsync(engine, before, new(2024, 1, 1));
        var p = Directory(engine).Find(Engine.Partnership("p"))!;
        Assert.False(engine.Access.RightsOf("tess").Translates(p));

        _ = await GiveAsync(engine, "tess", "b", Role.Reader);
        Assert.True(engine.Access.RightsOf("tess").Translates(p));
    }

    [SkippableFact]
    public async Task An_affiliation_that_never_held_makes_nobody_a_translator()
    {
        var engine = await OpenAsync();
        var wrong = await GiveAsync(engine, "tess", "a", Role.Editor, new(2020, 1, 1));
        _ = await GiveAsync(engine, "tess", "b", Role.Reader);
        _ = await engine.AccessEditor.UpdateAffiliationAsync(Engine.Actor, wrong.Name, wrong.Etag, (false, null), (true, new(2020, 1, 1)), default, CancellationToken.None);

        Assert.False(engine.Access.RightsOf("tess").Translates(Directory(engine).Find(Engine.Partnership("p"))!));
    }

    [SkippableFact]
    public async Task An_administrator_takes_nobodys_position_and_translates_nothing()
    {
        var engine = await OpenAsync();
        _ = await engine.AccessEditor.CreateAffiliationAsync(Engine.Actor, "ada", default, Role.Administrator, null, null, default, CancellationToken.None);
        var rights = engine.Access.RightsOf("ada");

        Assert.True(rights.Has(Role.Owner, Key(engine, "a")));
        Assert.False(rights.Has(Role.Signatory, Key(engine, "a")));
        Assert.False(rights.Translates(Directory(engine).Find(Engine.Partnership("p"))!));
    }

    [SkippableFact]
    public async Task A_program_publishes_as_far_as_its_key_says_and_signs_nothing()
    {
        var engine = await OpenAsync();
        _ = await GiveAsync(engine, "bot", "a", Role.App);
        var reading = await ActorOfAsync(engine, "bot", Scopes.Read);
        var writing = await ActorOfAsync(engine, "bot", Scopes.Write);

        _ = await RefusedAsync(ErrorReason.ScopeMissing, () => CreateEntryAsync(engine, reading, "a"));
        _ = await CreateEntryAsync(engine, writing, "a");
        Assert.False(writing.Rights.Has(Role.Signatory, Key(engine, "a")));
    }

    [SkippableTheory]
    [InlineData(Role.Translator, "a", null)]
    [InlineData(Role.Administrator, "a", null)]
    [InlineData(Role.Coordinator, "a", null)]
    [InlineData(Role.Owner, null, "p")]
    [InlineData(Role.Owner, null, null)]
    [InlineData(Role.Reader, "a", "p")]
    public async Task A_role_is_given_only_where_it_can_be_held(Role role, string? organisation, string? partnership)
    {
        var engine = await OpenAsync();
        var place = new AffiliationPlace(
            organisation is null ? null : Engine.Organisation(organisation), partnership is null ? null : Engine.Partnership(partnership));
        _ = await RefusedAsync(
            ErrorReason.ValueUnknown,
            () => engine.AccessEditor.CreateAffiliationAsync(Engine.Actor, "ana", place, role, null, null, default, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_coordinator_gives_roles_in_the_own_partnership_only()
    {
        var engine = await OpenAsync();
        _ = await engine.AccessEditor.CreateAffiliationAsync(
            Engine.Actor, "cora", new(null, Engine.Partnership("p")), Role.Coordinator, null, null, default, CancellationToken.None);
        var cora = await ActorOfAsync(engine, "cora", Scopes.All);

        _ = await engine.AccessEditor.CreateAffiliationAsync(cora, "rita", new(null, Engine.Partnership("p")), Role.Reader, null, null, default, CancellationToken.None);
        _ = await RefusedAsync(
            ErrorReason.RoleMissing,
            () => engine.AccessEditor.CreateAffiliationAsync(cora, "cora", new(Engine.Organisation("a"), null), Role.Owner, null, null, default, CancellationToken.None));
        _ = await RefusedAsync(
            ErrorReason.PartnershipNotFound,
            () => engine.AccessEditor.CreateAffiliationAsync(cora, "rita", new(null, Engine.Partnership("q")), Role.Reader, null, null, default, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_coordinator_cannot_bring_in_an_organisation_whose_owner_did_not_ask_for_it()
    {
        var engine = await OpenAsync();
        _ = await engine.AddPartnershipAsync("r");
        foreach (var partnership in (string[])["p", "r"])
        {
            _ = await engine.AccessEditor.CreateAffiliationAsync(
                Engine.Actor, "cora", new(null, Engine.Partnership(partnership)), Role.Coordinator, null, null, default, CancellationToken.None);
        }

        var cora = await ActorOfAsync(engine, "cora", Scopes.All);
        _ = await RefusedAsync(ErrorReason.OrganisationNotFound, () => JoinAsync("c"));
        _ = await RefusedAsync(ErrorReason.RoleMissing, () => JoinAsync("a"));

        _ = await GiveAsync(engine, "cora", "a", Role.Owner);
        cora = await ActorOfAsync(engine, "cora", Scopes.All);
        await JoinAsync("a");

        Task JoinAsync(string organisation) => engine.Partners.UpdatePartnershipAsync(
            cora, Engine.Partnership("r"), Directory(engine).Find(Engine.Partnership("r"))!.Etag, null, null, [Engine.Organisation(organisation)], null, default, CancellationToken.None);
    }

    [SkippableFact]
    public async Task A_restart_keeps_affiliations_and_keys()
    {
        var engine = await OpenAsync();
        _ = await GiveAsync(engine, "ana", "a", Role.Owner);
        var made = await engine.AccessEditor.CreateKeyAsync(Engine.Actor, "ana", "laptop", Scopes.Write, null, validateOnly: false, CancellationToken.None);
        engine = await RestartAsync(engine);

        Assert.Equal("ana", engine.Access.SignIn(made.Text, kind => kind).Person);
        Assert.True(engine.Access.RightsOf("ana").Has(Role.Owner, Key(engine, "a")));
    }

    private protected async Task<Engine> OpenAsync()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddOrganisationAsync("c");
        _ = await engine.AddPartnershipAsync("q", "c");
        return engine;
    }

    private protected static async Task<Affiliation> GiveAsync(Engine engine, string person, string organisation, Role role, DateOnly? from = null, DateOnly? to = null) =>
        (await engine.AccessEditor.CreateAffiliationAsync(
            Engine.Actor, person, new(Engine.Organisation(organisation), null), role, from, to, default, CancellationToken.None)).Affiliation;

    private protected static Task<(Affiliation, long)> EndAsync(Engine engine, Affiliation given, DateOnly end) =>
        engine.AccessEditor.UpdateAffiliationAsync(Engine.Actor, given.Name, given.Etag, (false, null), (true, end), default, CancellationToken.None);

    private protected static async Task<Actor> ActorOfAsync(Engine engine, string person, Scopes scopes)
    {
        var made = await engine.AccessEditor.CreateKeyAsync(Engine.Actor, person, "", scopes, null, validateOnly: false, CancellationToken.None);
        return engine.Access.ActorOf(engine.Access.SignIn(made.Text, kind => kind));
    }

    private protected static Task<EntryWritten> CreateEntryAsync(Engine engine, Actor actor, string organisation) => engine.Editor.CreateEntryAsync(
        actor, Engine.Organisation(organisation), null, Engine.Content("term", "What it means."), default, CancellationToken.None);

    private protected static PartnerDirectory Directory(Engine engine) => engine.Tables.Current.Directory;

    private protected static int Key(Engine engine, string organisation) => Directory(engine).Find(Engine.Organisation(organisation))!.Key;
}
