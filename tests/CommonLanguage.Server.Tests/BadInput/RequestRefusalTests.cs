using CommonLanguage.V1;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>Requests that name what is not there or cannot be read; nothing of theirs is answered or stored.</summary>
public sealed class RequestRefusalTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    const string Incident = "organisations/harbour/entries/incident";

    static readonly Dictionary<string, (string Reason, string? Field, Func<PartnersServer, Task> Send)> Cases = new(StringComparer.Ordinal)
    {
        // Names and ids.
        ["an organisation that does not exist"] = ("ORGANISATION_NOT_FOUND", "name", async p => await p.Glossary.GetOrganisationAsync(new() { Name = "organisations/nobody" })),
        ["entries of an organisation that does not exist"] = ("ORGANISATION_NOT_FOUND", "parent", async p => await p.Glossary.ListEntriesAsync(new() { Parent = "organisations/nobody" })),
        ["a partnership that does not exist"] = ("PARTNERSHIP_NOT_FOUND", "name", async p => await p.Glossary.GetPartnershipAsync(new() { Name = "partnerships/nobody" })),
        ["an entry that does not exist"] = ("ENTRY_NOT_FOUND", "name", async p => await p.Glossary.GetEntryAsync(new() { Name = "organisations/harbour/entries/nothing" })),
        ["another organisation's entry under this one"] = ("ENTRY_NOT_FOUND", "name", async p => await p.Glossary.GetEntryAsync(new() { Name = "organisations/harbour/entries/" + "siding" })),
        ["revisions of an entry that does not exist"] = ("ENTRY_NOT_FOUND", "parent", async p => await p.Glossary.ListRevisionsAsync(new() { Parent = "organisations/harbour/entries/nothing" })),
        ["a conflict that does not exist"] = ("CONFLICT_NOT_FOUND", "name", async p => await p.Conflicts.GetConflictAsync(new() { Name = "partnerships/freight/conflicts/nothing" })),
        ["a filter of an organisation that does not exist"] = ("ORGANISATION_NOT_FOUND", "organisations", async p => await p.Lookup.LookUpTermAsync(new() { Term = "incident", Organisations = { "organisations/nobody" } })),
        ["an organisation's name with a slash"] = ("NAME_INVALID", "name", async p => await p.Glossary.GetOrganisationAsync(new() { Name = "organisations/a/b" })),
        ["an entry's name with a slash"] = ("NAME_INVALID", "name", async p => await p.Glossary.GetEntryAsync(new() { Name = Incident + "/x" })),
        ["an entry's name without an id"] = ("NAME_INVALID", "name", async p => await p.Glossary.GetEntryAsync(new() { Name = "organisations/harbour/entries/" })),
        ["an empty name"] = ("NAME_INVALID", "name", async p => await p.Glossary.GetEntryAsync(new())),
        ["a name of another kind"] = ("NAME_INVALID", "parent", async p => await p.Conflicts.ListConflictsAsync(new() { Parent = "organisations/harbour" })),
        ["an id with a slash"] = ("ID_INVALID", "organisation_id", async p => await p.Glossary.CreateOrganisationAsync(new() { OrganisationId = "a/b" })),
        ["an id of dots"] = ("ID_INVALID", "organisation_id", async p => await p.Glossary.CreateOrganisationAsync(new() { OrganisationId = ".." })),
        ["an id of 64 letters"] = ("ID_INVALID", "entry_id", async p => await p.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", EntryId = new string('a', 64), Entry = new() })),
        ["an empty id"] = ("ID_INVALID", "partnership_id", async p => await p.Glossary.CreatePartnershipAsync(new())),
        ["an id that is taken"] = ("ALREADY_EXISTS", null, async p => await p.Glossary.CreateOrganisationAsync(new() { OrganisationId = "harbour" })),
        ["a member that does not exist"] = ("ORGANISATION_NOT_FOUND", "members", async p => await p.Glossary.CreatePartnershipAsync(new() { PartnershipId = "x", Partnership = new() { Members = { "organisations/nobody" } } })),

        // Changes.
        ["a change without an etag"] = ("VALUE_MISSING", "etag", async p => await p.Glossary.UpdateEntryAsync(new() { Entry = new() { Name = Incident, Definition = "x" }, UpdateMask = new() { Paths = { "definition" } } })),
        ["an update without an entry"] = ("NAME_INVALID", "entry.name", async p => await p.Glossary.UpdateEntryAsync(new())),
        ["a mask that names an output"] = ("FIELD_MASK_INVALID", "update_mask", async p => await p.Glossary.UpdateEntryAsync(new() { Entry = new() { Name = Incident, Etag = "1-0" }, UpdateMask = new() { Paths = { "revision" } } })),
        ["a mask that names everything"] = ("FIELD_MASK_INVALID", "update_mask", async p => await p.Glossary.UpdateOrganisationAsync(new() { Organisation = new() { Name = "organisations/harbour" }, UpdateMask = new() { Paths = { "*" } } })),
        ["a request id over the limit"] = ("TEXT_TOO_LONG", "request_id", async p => await p.Glossary.CreateOrganisationAsync(new() { OrganisationId = "x", RequestId = new string('a', 101) })),

        // Pages.
        ["a page size below zero"] = ("PAGE_SIZE_INVALID", "page_size", async p => await p.Glossary.ListEntriesAsync(new() { Parent = "organisations/harbour", PageSize = -1 })),
        ["a page size of suggestions below zero"] = ("PAGE_SIZE_INVALID", "page_size", async p => await p.Lookup.SuggestTermsAsync(new() { Prefix = "in", PageSize = -1 })),
        ["a forged page token"] = ("PAGE_TOKEN_INVALID", "page_token", async p => await p.Glossary.ListEntriesAsync(new() { Parent = "organisations/harbour", PageToken = "AAAAAAAAAAAAAAAAAAAAAAAA" })),
        ["a page token that is no base64"] = ("PAGE_TOKEN_INVALID", "page_token", async p => await p.Conflicts.ListConflictsAsync(new() { PageToken = "!" })),
        ["a page token of 10 kB"] = ("PAGE_TOKEN_INVALID", "page_token", async p => await p.Changes.ListChangesAsync(new() { PageToken = new string('A', 10_000) })),
        ["a page token of another question"] = ("PAGE_TOKEN_INVALID", "page_token", async p => await p.Changes.ListChangesAsync(new() { PageToken = await ForeignTokenAsync(p) })),

        // Revision tokens, filters, enumerations, numbers.
        ["a revision token that is none"] = ("REVISION_TOKEN_INVALID", "min_revision", async p => await p.Lookup.LookUpTermAsync(new() { Term = "incident", MinRevision = "x" })),
        ["a revision token of another store"] = ("REVISION_TOKEN_INVALID", "min_revision", async p => await p.Glossary.ListOrganisationsAsync(new() { MinRevision = "1-00000000" })),
        ["a kind of conflicts that is unknown"] = ("VALUE_UNKNOWN", "kinds", async p => await p.Conflicts.ListConflictsAsync(new() { Kinds = { (ConflictKind)99 } })),
        ["a status of conflicts that is unknown"] = ("VALUE_UNKNOWN", "statuses", async p => await p.Conflicts.ListConflictsAsync(new() { Statuses = { (Conflict.Types.Status)(-1) } })),
        ["a severity above 1"] = ("NUMBER_OUT_OF_RANGE", "minimum_severity", async p => await p.Conflicts.ListConflictsAsync(new() { MinimumSeverity = 1.5 })),
        ["a severity that is no number"] = ("NUMBER_OUT_OF_RANGE", "minimum_severity", async p => await p.Conflicts.ListConflictsAsync(new() { MinimumSeverity = double.NaN })),
        ["a queue filter with a term over the limit"] = ("TEXT_TOO_LONG", "term", async p => await p.Conflicts.ListConflictsAsync(new() { Term = new string('a', 201) })),

        // Looking up.
        ["an empty word"] = ("VALUE_MISSING", "term", async p => await p.Lookup.LookUpTermAsync(new())),
        ["a word of zero-width characters"] = ("VALUE_MISSING", "term", async p => await p.Lookup.LookUpTermAsync(new() { Term = "\u200B\u200D" })),
        ["a word of 10 kB"] = ("TEXT_TOO_LONG", "term", async p => await p.Lookup.LookUpTermAsync(new() { Term = new string('a', 10_000) })),
        ["a word with NUL"] = ("CHARACTER_NOT_ALLOWED", "term", async p => await p.Lookup.LookUpTermAsync(new() { Term = "a\0" })),
        ["a language that is none"] = ("LANGUAGE_TAG_INVALID", "language", async p => await p.Lookup.LookUpTermAsync(new() { Term = "incident", Language = "en_GB" })),
        ["a day that is none"] = ("DATE_INVALID", "at", async p => await p.Lookup.LookUpTermAsync(new() { Term = "incident", At = "tomorrow" })),
        ["1 001 words"] = ("TOO_MANY_VALUES", "terms", async p => await p.Lookup.BatchLookUpTermsAsync(new() { Terms = { Enumerable.Repeat("a", 1_001) } })),
        ["an empty beginning"] = ("VALUE_MISSING", "prefix", async p => await p.Lookup.SuggestTermsAsync(new())),
        ["a beginning of 10 kB"] = ("TEXT_TOO_LONG", "prefix", async p => await p.Lookup.SuggestTermsAsync(new() { Prefix = new string('a', 10_000) })),

        // Searching: our own grammar and no other.
        ["an empty search"] = ("VALUE_MISSING", "query", async p => await p.Lookup.SearchEntriesAsync(new() { Query = " " })),
        ["a quote alone"] = ("VALUE_MISSING", "query", async p => await p.Lookup.SearchEntriesAsync(new() { Query = "\"" })),
        ["a star in front"] = ("QUERY_INVALID", "query", async p => await p.Lookup.SearchEntriesAsync(new() { Query = "*a*" })),
        ["only words to leave out"] = ("QUERY_INVALID", "query", async p => await p.Lookup.SearchEntriesAsync(new() { Query = "-incident" })),
        ["10 000 words"] = ("TOO_MANY_VALUES", "query", async p => await p.Lookup.SearchEntriesAsync(new() { Query = string.Join(' ', Enumerable.Repeat("word", 10_000)) })),

        // Comparing.
        ["a comparison without a text"] = ("VALUE_MISSING", "a", async p => await p.Conflicts.CompareDefinitionsAsync(new() { Term = "x", B = "y" })),
        ["a comparison over the limit"] = ("TEXT_TOO_LONG", "b", async p => await p.Conflicts.CompareDefinitionsAsync(new() { Term = "x", A = "y", B = new string('a', 20_001) })),
        ["a comparison with NUL"] = ("CHARACTER_NOT_ALLOWED", "b", async p => await p.Conflicts.CompareDefinitionsAsync(new() { Term = "x", A = "y", B = "a\0b" })),
        ["a comparison of no term"] = ("VALUE_MISSING", "term", async p => await p.Conflicts.CompareDefinitionsAsync(new() { A = "x", B = "y" })),
        ["a preview without an entry"] = ("VALUE_MISSING", "entry", async p => await p.Conflicts.PreviewConflictsAsync(new() { Parent = "organisations/harbour" })),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_refused_for(string what)
    {
        var (reason, field, send) = Cases[what];
        _ = await partners.RefusedAsync(reason, field, () => send(partners));
    }

    [Theory]
    [InlineData("*a*", "3")]
    [InlineData("incident b*", "11")]
    public async Task A_search_that_cannot_be_read_says_the_column(string query, string column)
    {
        var metadata = await partners.RefusedAsync("QUERY_INVALID", "query", async () => await partners.Lookup.SearchEntriesAsync(new() { Query = query }));
        Assert.Equal(column, metadata["column"]);
    }

    [Theory]
    [InlineData("AND OR")]
    [InlineData("definition:disturbance")]
    [InlineData("organisation:harbour")]
    public async Task What_other_query_languages_know_is_plain_text(string query) =>
        Assert.Empty((await partners.Lookup.SearchEntriesAsync(new() { Query = query })).Hits);

    static async Task<string> ForeignTokenAsync(PartnersServer partners) =>
        (await partners.Glossary.ListOrganisationsAsync(new() { PageSize = 1 })).NextPageToken;
}
