using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

public abstract partial class StoreConformance
{
    [SkippableFact]
    public async Task Every_revision_of_an_entry_is_kept_as_it_was()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("incident", "one"), "e");
        _ = await engine.ChangeAsync("a", "e", Engine.Content("event", "two"));
        _ = await engine.ArchiveAsync("a", "e", "outage");

        engine = await RestartAsync(engine);

        var key = (await engine.CurrentAsync("a", "e"))!.Organisation;
        var history = await engine.Reader.ReadRevisionsAsync(key, "e", int.MaxValue, 10, CancellationToken.None);
        Assert.Equal([(3, "event", "two", "outage"), (2, "event", "two", ""), (1, "incident", "one", "")],
            history.Select(r => (r.Number, r.Content.Term.Text, r.Content.Definition, r.Content.ReplacedBy)));
        Assert.Equal([RevisionState.Retired, RevisionState.Published, RevisionState.Published], history.Select(r => r.State));
        Assert.Single(history.Select(r => r.EntryKey).Distinct());
    }

    [SkippableFact]
    public async Task Revisions_are_read_page_by_page_newest_first()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        var key = (await engine.AddAsync("a", Engine.Content("t", "1"), "e")).Revision.Organisation;
        foreach (var n in Enumerable.Range(2, 6))
            _ = await engine.ChangeAsync("a", "e", Engine.Content("t", n.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        List<int> numbers = [];
        for (var before = int.MaxValue; await engine.Reader.ReadRevisionsAsync(key, "e", before, 3, CancellationToken.None) is { Count: > 0 } page; before = page[^1].Number)
            numbers.AddRange(page.Select(r => r.Number));

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], numbers);
    }

    [SkippableFact]
    public async Task The_letters_that_a_glossary_begins_with_are_those_of_its_live_entries()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", Engine.Content("Žiadosť", "1"), "one");
        _ = await engine.AddAsync("a", Engine.Content("данные", "1"), "two");
        _ = await engine.AddAsync("a", Engine.Content("24 hours", "1"), "three");
        _ = await engine.AddAsync("a", Engine.Content("Zero", "1"), "four");
        _ = await engine.AddAsync("a", Engine.Content("gone", "1"), "five");
        _ = await engine.ArchiveAsync("a", "five");
        _ = await engine.AddAsync("b", Engine.Content("other", "1"), "one");

        Assert.Equal(["2", "z", "ž", "д"], await engine.Reader.ReadInitialsAsync(1, CancellationToken.None));
        Assert.Equal(["two"], (await engine.Reader.ReadEntriesAsync(1, "д", 0, 5, CancellationToken.None)).Select(revision => revision.EntryId));
    }

    [SkippableFact]
    public async Task The_current_revision_of_each_entry_is_streamed_once()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("one", "1"), "one");
        _ = await engine.AddAsync("a", Engine.Content("two", "1"), "two");
        _ = await engine.ChangeAsync("a", "one", Engine.Content("one", "2"));
        _ = await engine.ArchiveAsync("a", "two");

        var sequence = engine.Tables.Current.Sequence;
        Assert.Equal([("one", 2), ("two", 2)], await CurrentAsync(sequence));
        Assert.Equal([("one", 2), ("two", 1)], await CurrentAsync(sequence - 1));
        Assert.Equal([("one", 1), ("two", 1)], await CurrentAsync(sequence - 2));
        Assert.Equal([("one", 1)], await CurrentAsync(sequence - 3));
        Assert.Equal(1, await engine.Reader.CountEntriesAsync(1, CancellationToken.None));

        async Task<IEnumerable<(string, int)>> CurrentAsync(long at)
        {
            List<(string, int)> current = [];
            await foreach (var revision in engine.Reader.StreamCurrentAsync(at, [], CancellationToken.None))
                current.Add((revision.EntryId, revision.Number));
            return current.Order();
        }
    }

    [SkippableFact]
    public async Task An_entry_is_found_in_its_history_under_every_word_it_ever_had()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        _ = await engine.AddAsync("a", Engine.Content("certificate revocation list (CRL)", "one"), "e");
        _ = await engine.ChangeAsync("a", "e", Engine.Content("revocation list", "two"));

        foreach (var word in new[] { "crl", "certificate revocation list", "revocation list" })
            Assert.Equal(2, (await engine.Reader.ReadHistoryAsync(NormalForm.Of(word), CancellationToken.None)).Count);
        Assert.Empty(await engine.Reader.ReadHistoryAsync("list", CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_change_log_is_gapless_chained_and_says_who_what_and_when()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", Engine.Content("incident", Definitions.InFourHours), "e");
        engine.Clock.Move(TimeSpan.FromHours(-3));
        _ = await engine.AddAsync("b", Engine.Content("incident", Definitions.InTwoDays), "e");
        _ = await Assert.ThrowsAsync<RefusalException>(() => engine.AddAsync("b", Engine.Content("other", "taken"), "e"));
        _ = await engine.AddAsync("b", Engine.Content("incident", "checked only"), options: new(ValidateOnly: true));
        engine = await RestartAsync(engine);
        _ = await engine.ArchiveAsync("b", "e");

        var changes = await engine.ChangesAsync();

        Assert.Equal(
            [
                (1L, ChangeKind.OrganisationCreated, "organisations/a", 0, 0),
                (2, ChangeKind.OrganisationCreated, "organisations/b", 0, 0),
                (3, ChangeKind.PartnershipCreated, "partnerships/p", 0, 0),
                (4, ChangeKind.EntryCreated, "organisations/a/entries/e", 1, 0),
                (5, ChangeKind.EntryCreated, "organisations/b/entries/e", 1, 1),
                (6, ChangeKind.EntryArchived, "organisations/b/entries/e", 1, 1),
            ],
            changes.Select(c => (c.Sequence, c.Kind, c.Subject, c.Revisions, c.Conflicts)));
        Assert.All(changes, change => Assert.Equal(Engine.Actor, change.Actor));
        Assert.Equal(TimeSpan.FromHours(-3), changes[4].Time - changes[3].Time);
        AssertChained(changes);
    }

    [SkippableFact]
    public async Task Changes_are_read_forward_and_back_from_any_place()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b", "c", "d");

        Assert.Equal([3L, 4], (await engine.Reader.ReadChangesAsync(2, 2, CancellationToken.None)).Select(c => c.Sequence));
        Assert.Equal([3L, 2], (await engine.Reader.ReadChangesBackAsync(4, 2, CancellationToken.None)).Select(c => c.Sequence));
        Assert.Equal(5, await engine.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_store_keeps_its_id_and_secret()
    {
        var engine = await StartAsync();
        var (id, secret) = (engine.Store.Id, engine.Store.Secret.ToArray());

        engine = await RestartAsync(engine);

        Assert.Equal(8, id.Length);
        Assert.Equal(32, secret.Length);
        Assert.Equal(id, engine.Store.Id);
        Assert.Equal(secret, engine.Store.Secret.ToArray());
    }

    [SkippableFact]
    public async Task What_was_answered_before_a_restart_is_answered_after_it()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", "certificate revocation list (CRL)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "CRL", Definitions.InTwoDays);
        var before = await engine.LookUpAsync("crls");

        engine = await RestartAsync(engine);

        Assert.Equal(2, before.Meanings.Count);
        Assert.All(before.Meanings, meaning => Assert.Single(meaning.Conflicts));
        Assert.Equal(before, await engine.LookUpAsync("crls"));
    }

    private protected static void AssertChained(IReadOnlyList<Change> changes)
    {
        var before = default(ContentHash);
        for (var i = 0; i < changes.Count; i++)
        {
            var c = changes[i];
            Assert.Equal(i + 1, c.Sequence);
            Assert.Equal(RowHash.Of(before, c.Sequence, c.Kind, c.Subject, c.Actor, c.Time.ToUnixTimeMilliseconds(), c.Revisions, c.Conflicts), c.Hash);
            before = c.Hash;
        }
    }
}
