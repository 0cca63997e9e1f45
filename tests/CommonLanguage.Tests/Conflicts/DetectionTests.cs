using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Conflicts;

public sealed class DetectionTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b", "c");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Theory]
    [InlineData("Incident", "incidents")]
    [InlineData("access control", "Access-Control")]
    [InlineData("\uFF49\uFF4E\uFF43\uFF49\uFF44\uFF45\uFF4E\uFF54", "incident")]
    [InlineData("certificate revocation list (CRL)", "CRL")]
    [InlineData("certificate revocation list (CRL)", "certificate revocation lists")]
    [InlineData("CRL (certificate revocation list)", "certificate revocation list (CRL)")]
    [InlineData("access control (physical)", "access control")]
    public async Task Entries_that_share_a_word_are_compared(string one, string other)
    {
        _ = await engine.AddAsync("a", one, Definitions.InFourHours);
        _ = await engine.AddAsync("b", other, Definitions.InTwoDays);

        Assert.Single(await engine.OpenConflictsAsync());
    }

    [Fact]
    public async Task A_declared_variant_is_compared()
    {
        _ = await engine.AddAsync("a", new EntryContent([new Term("outage"), new Term("incident", TermForm.Variant)], Definitions.InFourHours, LanguageTag.English));
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);

        Assert.Equal("incident", Assert.Single(await engine.OpenConflictsAsync()).Word);
    }

    [Fact]
    public async Task All_pairs_of_a_word_of_many_organisations_are_kept()
    {
        await using var many = await Engine.StartAsync();
        string[] owners = [.. Enumerable.Range(0, 9).Select(i => $"owner{i}")];
        await many.AddPartnersAsync(owners);
        foreach (var owner in owners)
            _ = await many.AddAsync(owner, "incident", owner == "owner4" ? Definitions.InTwoDays : Definitions.InFourHours);

        var conflict = Assert.Single(await many.OpenConflictsAsync());

        Assert.Equal(9 * 8 / 2, conflict.Pairs.Length);
        Assert.Equal(8, conflict.Pairs.Count(pair => pair.Comparison.Conflict >= .4));
        Assert.All(conflict.Pairs.Where(pair => pair.Comparison.Conflict >= .4), pair => Assert.NotEmpty(pair.Comparison.Evidence));
    }

    [Theory]
    [InlineData("access control (physical)", "physical")]
    [InlineData("authentication", "authenticator")]
    [InlineData("resume", "r\u00E9sum\u00E9")]
    public async Task Entries_that_share_no_word_are_not(string one, string other)
    {
        _ = await engine.AddAsync("a", one, Definitions.InFourHours);
        _ = await engine.AddAsync("b", other, Definitions.InTwoDays);

        Assert.Empty(await engine.ConflictsAsync());
    }

    [Theory]
    [InlineData(Definitions.InFourHours, Definitions.InFourHours)]
    [InlineData(Definitions.InFourHours, Definitions.InFourHoursDressed)]
    [InlineData("Loss of service.", "LOSS OF SERVICE")]
    [InlineData("loss, of: service;", "Loss of service!")]
    public async Task The_same_text_in_other_punctuation_or_case_is_no_conflict(string one, string other)
    {
        _ = await engine.AddAsync("a", "incident", one);
        _ = await engine.AddAsync("b", "incident", other);

        Assert.Empty(await engine.ConflictsAsync());
    }

    [Fact]
    public async Task Senses_of_one_organisation_are_no_conflict_among_themselves()
    {
        _ = await engine.AddAsync("a", "incident", Definitions.InFourHours);
        _ = await engine.AddAsync("a", "incident", Definitions.InTwoDays);

        Assert.Empty(await engine.ConflictsAsync());
    }

    [Fact]
    public async Task Organisations_without_a_common_partnership_are_not_compared()
    {
        _ = await engine.AddOrganisationAsync("d");
        _ = await engine.AddAsync("a", "incident", Definitions.InFourHours);
        _ = await engine.AddAsync("d", "incident", Definitions.InTwoDays);

        Assert.Empty(await engine.ConflictsAsync());
    }

    [Fact]
    public async Task Languages_are_kept_apart_and_regions_of_one_are_not()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours, "en-GB"));
        _ = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays, "fr"));
        Assert.Empty(await engine.ConflictsAsync());

        _ = await engine.AddAsync("c", Engine.Content("incident", Definitions.InTwoDays, "en-US"));
        var conflict = Assert.Single(await engine.OpenConflictsAsync());
        Assert.Equal(("en", 2), (conflict.Language, conflict.Parties.Length));
    }

    [Fact]
    public async Task Entries_that_share_several_words_are_in_conflict_about_one()
    {
        _ = await engine.AddAsync("a", "certificate revocation list (CRL)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "certificate revocation list (CRL)", Definitions.InTwoDays);

        var conflict = Assert.Single(await engine.OpenConflictsAsync());
        foreach (var word in new[] { "CRL", "certificate revocation list", "certificate revocation list (CRL)" })
            Assert.All((await engine.LookUpAsync(word)).Meanings, meaning => Assert.EndsWith(conflict.Id, Assert.Single(meaning.Conflicts), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conflict_names_every_party_at_the_revision_that_was_compared()
    {
        var a = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        var b = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        var c = await engine.AddAsync("c", "incident", Definitions.InNineWeeks);
        var opened = Assert.Single(await engine.OpenConflictsAsync());
        Assert.Equal([a.Revision.Key, b.Revision.Key, c.Revision.Key], opened.Parties.Select(party => party.RevisionKey));

        var changed = await engine.ChangeAsync("a", "e", Engine.Content("incident", Definitions.InFourHours + " It is logged."));

        var refreshed = Assert.Single(await engine.OpenConflictsAsync());
        Assert.Equal([changed.Revision.Key, b.Revision.Key, c.Revision.Key], refreshed.Parties.Select(party => party.RevisionKey));
        Assert.Equal((opened.Key, opened.Id, opened.Opened, changed.Sequence), (refreshed.Key, refreshed.Id, refreshed.Opened, refreshed.Sequence));
    }

    [Fact]
    public async Task A_conflict_closes_when_the_meanings_meet_and_is_the_same_one_when_they_part_again()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        var opened = Assert.Single(await engine.OpenConflictsAsync());

        var met = await engine.ChangeAsync("a", "e", Engine.Content("incident", Definitions.InTwoDays));
        Assert.Equal(ConflictState.Closed, Assert.Single(met.Conflicts).State);
        Assert.Empty((await engine.LookUpAsync("incident")).Meanings.SelectMany(meaning => meaning.Conflicts));

        var parted = await engine.ChangeAsync("a", "e", Engine.Content("incident", Definitions.InNineWeeks));
        var again = Assert.Single(await engine.OpenConflictsAsync());
        Assert.Equal((opened.Key, opened.Id, ConflictState.Detected, parted.Sequence), (again.Key, again.Id, again.State, again.Opened));
    }

    [Fact]
    public async Task A_conflict_closes_when_a_party_is_archived_renamed_or_translated()
    {
        foreach (var organisation in new[] { "a", "b" })
        {
            foreach (var word in new[] { "archived", "renamed", "translated", "kept" })
                _ = await engine.AddAsync(organisation, Engine.Content(word, organisation == "a" ? Definitions.InFourHours : Definitions.InTwoDays), word);
        }

        _ = await engine.ArchiveAsync("a", "archived");
        _ = await engine.ChangeAsync("a", "renamed", Engine.Content("another", Definitions.InFourHours));
        _ = await engine.ChangeAsync("a", "translated", Engine.Content("translated", Definitions.InFourHours, "nl"));

        Assert.Equal("kept", Assert.Single(await engine.OpenConflictsAsync()).Word);
        foreach (var word in new[] { "archived", "renamed", "translated", "another" })
            Assert.Empty((await engine.LookUpAsync(word)).Meanings.SelectMany(meaning => meaning.Conflicts));
    }

    [Fact]
    public async Task A_conflict_of_three_stays_open_when_one_leaves()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        _ = await engine.AddAsync("c", "incident", Definitions.InNineWeeks);

        _ = await engine.ArchiveAsync("a", "e");

        Assert.Equal(2, Assert.Single(await engine.OpenConflictsAsync()).Parties.Length);
    }

    [Fact]
    public async Task A_word_that_moves_takes_its_conflict_along()
    {
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        _ = await engine.AddAsync("c", "outage", Definitions.InNineWeeks);

        _ = await engine.ChangeAsync("a", "e", Engine.Content("outage", Definitions.InFourHours));

        Assert.Equal("outage", Assert.Single(await engine.OpenConflictsAsync()).Word);
    }

    [Fact]
    public async Task The_work_of_an_edit_grows_with_its_word_and_never_with_the_store()
    {
        _ = await engine.ImportAsync("a", Glossary(400, Definitions.InFourHours), "p");
        _ = await engine.ImportAsync("b", Glossary(400, Definitions.InTwoDays), "p");
        var before = engine.Detector.SensesJudged;

        _ = await engine.AddAsync("c", "term 7", Definitions.InNineWeeks);

        Assert.Equal(3, engine.Detector.SensesJudged - before);
        Assert.Equal(400, (await engine.OpenConflictsAsync()).Count);
    }

    [Fact]
    public async Task Importing_the_same_file_again_opens_and_judges_nothing()
    {
        _ = await engine.ImportAsync("a", Glossary(50, Definitions.InFourHours), "p");
        var first = await engine.ImportAsync("b", Glossary(50, Definitions.InTwoDays), "p");
        var (before, judged) = (await engine.ConflictsAsync(), engine.Detector.SensesJudged);

        var second = await engine.ImportAsync("b", Glossary(50, Definitions.InTwoDays), "p");

        Assert.Equal((50, 50), (first.Added, first.ConflictsOpened));
        Assert.Equal((0, 0, 50, 0, 0, 0), (second.Added, second.Changed, second.Unchanged, second.ConflictsOpened, second.ConflictsRefreshed, second.ConflictsClosed));
        Assert.Equal(judged, engine.Detector.SensesJudged);
        Assert.Equal(before.Select(c => (c.Key, c.Sequence)), (await engine.ConflictsAsync()).Select(c => (c.Key, c.Sequence)));
    }

    static string Glossary(int terms, string definition) =>
        "term,definition\n" + string.Concat(Enumerable.Range(0, terms).Select(i => $"term {i},\"{definition}\"\n"));
}
