using CommonLanguage.V1;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>Changes that come too late, twice, or to what takes none.</summary>
public sealed class WriteRefusalTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    [Fact]
    public async Task A_stale_etag_is_refused_with_the_current_one()
    {
        var first = (await partners.DefineAsync("buoy", "A float that marks a place at sea.")).Entry;
        var second = (await ChangeAsync(first, "An anchored float that marks a place at sea.")).Entry;

        var metadata = await partners.RefusedAsync("ETAG_STALE", "etag", async () => await ChangeAsync(first, "A float."));
        Assert.Equal((first.Etag, second.Etag, "2"), (metadata["etag"], metadata["current_etag"], metadata["current_revision"]));
    }

    [Fact]
    public async Task A_request_id_of_another_request_is_refused_and_the_same_request_is_answered_again()
    {
        var request = new CreateEntryRequest { Parent = "organisations/harbour", RequestId = "r1", Entry = Of("quay", "A place where ships lie.") };
        var first = await partners.Glossary.CreateEntryAsync(request);
        var sequence = await partners.SequenceAsync();
        Assert.Equal(first.Entry.Name, (await partners.Glossary.CreateEntryAsync(request)).Entry.Name);
        Assert.Equal(sequence, await partners.SequenceAsync());

        request.Entry.Definition = "Another place.";
        _ = await partners.RefusedAsync("REQUEST_ID_REUSED", "request_id", async () => await partners.Glossary.CreateEntryAsync(request));
    }

    [Fact]
    public async Task An_archived_entry_takes_no_change()
    {
        var entry = (await partners.DefineAsync("bollard", "A post to which ships are tied.")).Entry;
        var archived = (await partners.Glossary.ArchiveEntryAsync(new() { Name = entry.Name, Etag = entry.Etag })).Entry;
        _ = await partners.RefusedAsync("ARCHIVED", null, async () => await ChangeAsync(archived, "A post."));
    }

    [Fact]
    public async Task An_archived_organisation_takes_no_entry()
    {
        var created = await partners.Glossary.CreateOrganisationAsync(new() { OrganisationId = "airport" });
        _ = await partners.Glossary.ArchiveOrganisationAsync(new() { Name = created.Name, Etag = created.Etag });
        _ = await partners.RefusedAsync("ARCHIVED", null, async () => await partners.DefineAsync("gate", "A door.", "airport"));
    }

    [Fact]
    public async Task What_is_only_validated_is_answered_and_not_stored()
    {
        var before = await partners.SequenceAsync();
        var current = await partners.Glossary.GetEntryAsync(new() { Name = "organisations/harbour/entries/incident" });

        var created = await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", Entry = Of("incident", PartnersServer.TwoDays), ValidateOnly = true });
        var updated = await partners.Glossary.UpdateEntryAsync(new() { Entry = new() { Name = current.Name, Etag = current.Etag, Definition = "x" }, UpdateMask = new() { Paths = { "definition" } }, ValidateOnly = true });
        var archived = await partners.Glossary.ArchiveEntryAsync(new() { Name = current.Name, Etag = current.Etag, ValidateOnly = true });
        var organisation = await partners.Glossary.CreateOrganisationAsync(new() { OrganisationId = "unseen", ValidateOnly = true });
        var partnership = await partners.Glossary.CreatePartnershipAsync(new() { PartnershipId = "unseen", ValidateOnly = true });

        Assert.Equal((PartnersServer.TwoDays, "x"), (created.Entry.Definition, updated.Entry.Definition));
        Assert.Equal(["", "", "", "", ""], [created.RevisionToken, updated.RevisionToken, archived.RevisionToken, organisation.RevisionToken, partnership.RevisionToken]);
        Assert.Equal(before, await partners.SequenceAsync());
        Assert.Equal(current, await partners.Glossary.GetEntryAsync(new() { Name = current.Name }));
    }

    [Fact]
    public async Task What_is_only_validated_is_refused_as_it_would_be() => await partners.RefusedAsync("VALUE_MISSING", "terms.text", async () =>
        await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", Entry = Of("", "A text."), ValidateOnly = true }));

    [Fact]
    public async Task An_update_changes_what_its_mask_names_and_nothing_else()
    {
        var entry = (await partners.Glossary.CreateEntryAsync(new()
        {
            Parent = "organisations/harbour",
            Entry = new() { Terms = { new Term { Text = "pilot" } }, Definition = "A person who guides ships.", Note = "Since 1900.", Language = "en" },
        })).Entry;
        var written = (await partners.Glossary.UpdateEntryAsync(new()
        {
            Entry = new() { Name = entry.Name, Etag = entry.Etag, Definition = "Not taken.", Note = "", ScopeNote = "In harbours." },
            UpdateMask = new() { Paths = { "note", "scope_note" } },
        })).Entry;
        Assert.Equal(("A person who guides ships.", "", "In harbours.", 2), (written.Definition, written.Note, written.ScopeNote, written.Revision));
    }

    static Entry Of(string term, string definition) => new() { Terms = { new Term { Text = term } }, Definition = definition };

    async Task<WriteEntryResponse> ChangeAsync(Entry entry, string definition) => await partners.Glossary.UpdateEntryAsync(new()
    {
        Entry = new() { Name = entry.Name, Etag = entry.Etag, Definition = definition },
        UpdateMask = new() { Paths = { "definition" } },
    });
}
