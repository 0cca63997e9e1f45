using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Editing;

public sealed class EditorTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_new_entry_is_visible_when_it_is_answered()
    {
        var written = await engine.AddAsync("a", "Incident Response", "What is done about an incident.");

        Assert.Equal(1, written.Revision.Number);
        Assert.Matches("^incident-response-[0-9a-z]+$", written.Revision.EntryId);
        Assert.Equal(written.Revision.Etag, (await engine.CurrentAsync("a", written.Revision.EntryId))!.Etag);
        Assert.Equal(written.Sequence, engine.Tables.Current.Sequence);
        Assert.Single((await engine.LookUpAsync("incident response")).Meanings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("caf\u00E9")]
    [InlineData("a b")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task An_id_that_is_none_is_refused(string id) =>
        await RefusedAsync(ErrorReason.IdInvalid, () => engine.AddAsync("a", Engine.Content("t", "d"), id));

    [Fact]
    public async Task An_entry_of_an_unknown_or_archived_organisation_is_refused()
    {
        _ = await engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("b"), engine.Tables.Current.Directory.Get(Engine.Organisation("b"), "b").Etag, default, CancellationToken.None);

        await RefusedAsync(ErrorReason.OrganisationNotFound, () => engine.AddAsync("nobody", "t", "d"));
        await RefusedAsync(ErrorReason.Archived, () => engine.AddAsync("b", "t", "d"));
    }

    [Fact]
    public async Task A_change_with_an_etag_that_is_not_the_current_one_is_refused_and_names_it()
    {
        var first = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        var second = await engine.ChangeAsync("a", "e", Engine.Content("t", "two"));

        var refusal = await RefusedAsync(ErrorReason.EtagStale, () => UpdateAsync(first.Revision.Etag, "three"));
        Assert.Equal((second.Revision.Etag, "2"), (refusal.Metadata["current_etag"], refusal.Metadata["current_revision"]));
        await RefusedAsync(ErrorReason.EtagStale, () => engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), first.Revision.Etag, "", default, CancellationToken.None));
        Assert.Equal("etag", (await RefusedAsync(ErrorReason.ValueMissing, () => UpdateAsync("", "three"))).Field);
        Assert.Equal("two", (await engine.CurrentAsync("a", "e"))!.Content.Definition);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_stores_nothing()
    {
        _ = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        var before = engine.Tables.Current.Sequence;

        var written = await engine.ChangeAsync("a", "e", Engine.Content("t", " one\r\n"));

        Assert.Equal((1, before), (written.Revision.Number, written.Sequence));
        Assert.Equal(before, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_entry_is_not_found()
    {
        await RefusedAsync(ErrorReason.EntryNotFound, () => UpdateAsync("1-x", "d"));
        await RefusedAsync(ErrorReason.EntryNotFound, () => engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), "1-x", "", default, CancellationToken.None));
    }

    [Fact]
    public async Task An_archived_entry_answers_nothing_and_takes_no_more_changes()
    {
        _ = await engine.AddAsync("a", Engine.Content("t", "one"), "e");

        var archived = await engine.ArchiveAsync("a", "e", "u");

        Assert.Equal((RevisionState.Retired, 2, "u"), (archived.Revision.State, archived.Revision.Number, archived.Revision.Content.ReplacedBy));
        Assert.Empty((await engine.LookUpAsync("t")).Meanings);
        await RefusedAsync(ErrorReason.Archived, () => UpdateAsync(archived.Revision.Etag, "two"));
        await RefusedAsync(ErrorReason.Archived, () => engine.ArchiveAsync("a", "e"));
        await RefusedAsync(ErrorReason.AlreadyExists, () => engine.AddAsync("a", Engine.Content("t", "two"), "e"));
    }

    [Fact]
    public async Task A_repeated_request_changes_nothing_and_is_answered_as_the_first_time()
    {
        var created = await engine.AddAsync("a", Engine.Content("t", "one"), "e", new("create"));
        var updated = await UpdateAsync(created.Revision.Etag, "two", new("update"));
        var archived = await engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), updated.Revision.Etag, "u", new("archive"), CancellationToken.None);
        var before = await engine.ChangesAsync();

        Assert.Equal(created.Revision, (await engine.AddAsync("a", Engine.Content("t", "one"), "e", new("create"))).Revision);
        Assert.Equal(updated.Revision, (await UpdateAsync(created.Revision.Etag, "two", new("update"))).Revision);
        Assert.Equal(archived.Revision, (await engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), updated.Revision.Etag, "u", new("archive"), CancellationToken.None)).Revision);
        Assert.Equal(before, await engine.ChangesAsync());
    }

    [Fact]
    public async Task A_change_of_one_field_that_is_repeated_after_others_changed_another_field_is_answered_as_the_first_time()
    {
        var created = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        var first = await ChangeDefinitionAsync();
        _ = await engine.ChangeAsync("a", "e", new EntryContent([new Term("t")], "two", LanguageTag.English, note: "of somebody else"));

        var again = await ChangeDefinitionAsync();

        Assert.Equal((first.Revision, first.Sequence), (again.Revision, again.Sequence));

        Task<EntryWritten> ChangeDefinitionAsync() => engine.Editor.UpdateEntryAsync(
            Engine.Actor, Engine.Name("a", "e"), created.Revision.Etag,
            c => new EntryContent(c.Terms, "two", c.Language, c.ScopeNote, c.Note), new("r"), CancellationToken.None);
    }

    [Fact]
    public async Task An_archiving_that_is_repeated_after_an_import_took_the_entry_up_again_is_answered_as_the_first_time()
    {
        var created = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        var first = await ArchiveAsync();
        _ = await engine.ImportAsync("a", "id,term,definition\ne,t,two\n");

        Assert.Equal(first.Revision, (await ArchiveAsync()).Revision);
        Assert.Equal("two", (await engine.CurrentAsync("a", "e"))!.Content.Definition);

        Task<EntryWritten> ArchiveAsync() => engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), created.Revision.Etag, "", new("r"), CancellationToken.None);
    }

    [Fact]
    public async Task A_request_id_of_another_request_is_refused()
    {
        var created = await engine.AddAsync("a", Engine.Content("t", "one"), "e", new("r"));

        var refusal = await RefusedAsync(ErrorReason.RequestIdReused, () => engine.AddAsync("a", Engine.Content("t", "other"), "e", new("r")));
        Assert.Equal("request_id", refusal.Field);
        await RefusedAsync(ErrorReason.RequestIdReused, () => engine.AddAsync("b", Engine.Content("t", "one"), "e", new("r")));
        await RefusedAsync(ErrorReason.RequestIdReused, () => UpdateAsync(created.Revision.Etag, "one more", new("r")));
        await RefusedAsync(ErrorReason.RequestIdReused, () => engine.Partners.CreateOrganisationAsync(Engine.Actor, Engine.Organisation("c"), "", "", new("r"), CancellationToken.None));
    }

    [Theory]
    [InlineData(101, ErrorReason.TextTooLong)]
    [InlineData(-1, ErrorReason.CharacterNotAllowed)]
    public async Task A_request_id_that_is_none_is_refused(int length, ErrorReason reason) => Assert.Equal(
        "request_id", (await RefusedAsync(reason, () => engine.AddAsync("a", Engine.Content("t", "d"), options: new(length < 0 ? "a\nb" : new string('r', length))))).Field);

    [Fact]
    public async Task What_is_only_checked_is_answered_and_not_stored()
    {
        var a = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        var before = engine.Tables.Current.Sequence;
        WriteOptions check = new(ValidateOnly: true);

        var created = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays), options: check);
        var updated = await UpdateAsync(a.Revision.Etag, "changed", check);
        var archived = await engine.Editor.ArchiveEntryAsync(Engine.Actor, Engine.Name("a", "e"), a.Revision.Etag, "", check, CancellationToken.None);

        Assert.Single(created.Conflicts);
        Assert.Equal((0, 0, 0), (created.Sequence, updated.Sequence, archived.Sequence));
        Assert.Equal((2, RevisionState.Retired), (updated.Revision.Number, archived.Revision.State));
        Assert.Equal(before, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
        Assert.Empty(await engine.ConflictsAsync());
        Assert.Equal(Definitions.InFourHours, Assert.Single((await engine.LookUpAsync("incident")).Meanings).Definition);
        await RefusedAsync(ErrorReason.EtagStale, () => UpdateAsync("1-x", "changed", check));
    }

    [Fact]
    public async Task A_check_with_a_request_id_does_not_use_the_id_up()
    {
        _ = await engine.AddAsync("a", Engine.Content("t", "one"), options: new("r", ValidateOnly: true));

        Assert.Equal("two", (await engine.AddAsync("a", Engine.Content("t", "two"), options: new("r"))).Revision.Content.Definition);
    }

    [Fact]
    public async Task A_preview_names_the_conflicts_and_stores_nothing()
    {
        _ = await engine.AddAsync("a", "incident", Definitions.InFourHours);
        _ = await engine.AddAsync("b", Engine.Content("incident", Definitions.InFourHours), "e");
        var before = await engine.ChangesAsync();

        var preview = await engine.Editor.PreviewAsync(Engine.Actor, Engine.Organisation("b"), "e", Engine.Content("incident", Definitions.InTwoDays), CancellationToken.None);

        var (conflict, senses) = Assert.Single(preview);
        Assert.Equal("incident", conflict.Word);
        Assert.Equal([Definitions.InFourHours, Definitions.InTwoDays], senses.Select(sense => sense.Definition));
        Assert.Empty(await engine.Editor.PreviewAsync(Engine.Actor, Engine.Organisation("b"), null, Engine.Content("nothing", "like it"), CancellationToken.None));
        Assert.Equal(before, await engine.ChangesAsync());
        Assert.Empty(await engine.ConflictsAsync());
        Assert.Empty((await engine.LookUpAsync("incident")).Meanings.SelectMany(meaning => meaning.Conflicts));
    }

    [Fact]
    public async Task A_step_that_breaks_breaks_alone()
    {
        _ = await engine.AddAsync("a", Engine.Content("t", "one"), "e");
        var etag = (await engine.CurrentAsync("a", "e"))!.Etag;

        var good = Enumerable.Range(0, 20).Select(i => engine.AddAsync("a", "good", $"{i}")).ToArray();
        var broken = engine.Editor.UpdateEntryAsync(Engine.Actor, Engine.Name("a", "e"), etag, _ => throw new InvalidOperationException("broken"), default, CancellationToken.None);
        var more = Enumerable.Range(20, 20).Select(i => engine.AddAsync("a", "good", $"{i}")).ToArray();

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        Assert.Equal(40, (await Task.WhenAll(good.Concat(more))).Length);
        Assert.Equal(40, (await engine.LookUpAsync("good")).Meanings.Count);
    }

    [Fact]
    public async Task A_write_whose_caller_has_gone_before_its_turn_is_not_stored()
    {
        var before = engine.Tables.Current.Sequence;

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            engine.Editor.CreateEntryAsync(Engine.Actor, Engine.Organisation("a"), null, Engine.Content("t", "d"), default, new CancellationToken(canceled: true)));

        _ = await engine.AddAsync("a", "next", "d");
        Assert.Equal(before + 1, engine.Tables.Current.Sequence);
    }

    [Fact]
    public async Task A_write_after_the_end_says_that_the_server_is_shutting_down()
    {
        await engine.Queue.DisposeAsync();

        await RefusedAsync(ErrorReason.ShuttingDown, () => engine.AddAsync("a", "t", "d"));
    }

    Task<EntryWritten> UpdateAsync(string etag, string definition, WriteOptions options = default) => engine.Editor.UpdateEntryAsync(
        Engine.Actor, Engine.Name("a", "e"), etag, c => new EntryContent(c.Terms, definition, c.Language), options, CancellationToken.None);

    static async Task<RefusalException> RefusedAsync(ErrorReason reason, Func<Task> write)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(write);
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}
