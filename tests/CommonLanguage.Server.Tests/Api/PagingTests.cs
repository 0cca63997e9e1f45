using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>Lists read page by page are complete, without repeats and in one order.</summary>
public sealed class PagingTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    [Fact]
    public async Task Entries_of_an_organisation_are_paged_whole()
    {
        _ = await partners.Glossary.CreateOrganisationAsync(new() { OrganisationId = "canal" });
        // Three entries of one word: their order is the same on every page.
        foreach (var term in (string[])["lock", "Lock", "lock", "weir", "basin", "sluice", "ford"])
            _ = await partners.DefineAsync(term, "Something of a canal.", "canal");
        await AssertPagedAsync(7, async (size, token) =>
        {
            var page = await partners.Glossary.ListEntriesAsync(new() { Parent = "organisations/canal", PageSize = size, PageToken = token });
            return (page.Entries.Select(entry => entry.Name), page.NextPageToken);
        });
    }

    [Fact]
    public async Task Conflicts_are_paged_whole()
    {
        foreach (var term in (string[])["outage", "failure", "alarm", "breakdown"])
        {
            _ = await partners.DefineAsync(term, PartnersServer.FourHours);
            _ = await partners.DefineAsync(term, PartnersServer.TwoDays, "railway");
        }

        await AssertPagedAsync(5, async (size, token) =>
        {
            var page = await partners.Conflicts.ListConflictsAsync(new() { PageSize = size, PageToken = token });
            Assert.Equal(5, page.TotalSize);
            return (page.Conflicts.Select(conflict => conflict.Name), page.NextPageToken);
        });
    }

    [Fact]
    public async Task Synonyms_are_paged_whole_and_apart_from_the_conflicts()
    {
        (string, string, string)[] pairs =
        [
            ("quay", "wharf", "A structure on the shore where ships load and unload their cargo."),
            ("helmsman", "steersman", "The person who steers a ship."),
            ("keel", "backbone", "The long beam along the bottom of a ship from which the frame is built."),
        ];
        foreach (var (here, there, definition) in pairs)
        {
            _ = await partners.DefineAsync(here, definition);
            _ = await partners.DefineAsync(there, definition, "railway");
        }

        await AssertPagedAsync(3, async (size, token) =>
        {
            var page = await partners.Conflicts.ListConflictsAsync(new() { Kinds = { ConflictKind.Synonymy }, PageSize = size, PageToken = token });
            Assert.Equal(3, page.TotalSize);
            Assert.All(page.Conflicts, pair => Assert.Equal((ConflictKind.Synonymy, "", 2), (pair.Kind, pair.Name, pair.Entries.Count)));
            return (page.Conflicts.Select(pair => pair.Term), page.NextPageToken);
        });
        var one = await partners.Conflicts.ListConflictsAsync(new() { Kinds = { ConflictKind.Synonymy }, Term = "Quays" });
        Assert.Equal("quay / wharf", Assert.Single(one.Conflicts).Term);
        _ = await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () =>
            await partners.Conflicts.ListConflictsAsync(new() { Kinds = { ConflictKind.Synonymy, ConflictKind.Scope } }));
    }

    [Fact]
    public async Task Revisions_of_an_entry_are_paged_whole()
    {
        var entry = (await partners.DefineAsync("berth", "Revision 1.")).Entry;
        for (var i = 2; i <= 6; i++)
        {
            entry.Definition = $"Revision {i}.";
            entry = (await partners.Glossary.UpdateEntryAsync(new() { Entry = entry })).Entry;
        }

        await AssertPagedAsync(6, async (size, token) =>
        {
            var page = await partners.Glossary.ListRevisionsAsync(new() { Parent = entry.Name, PageSize = size, PageToken = token });
            return (page.Revisions.Select(revision => revision.Name), page.NextPageToken);
        });
    }

    [Fact]
    public async Task Organisations_are_paged_whole()
    {
        foreach (var id in (string[])["a1", "A2", "a-3", "Z"])
            _ = await partners.Glossary.CreateOrganisationAsync(new() { OrganisationId = id });
        var count = (await partners.Glossary.ListOrganisationsAsync(new())).Organisations.Count;
        await AssertPagedAsync(count, async (size, token) =>
        {
            var page = await partners.Glossary.ListOrganisationsAsync(new() { PageSize = size, PageToken = token });
            return (page.Organisations.Select(organisation => organisation.Name), page.NextPageToken);
        });
    }

    [Fact]
    public async Task A_page_size_of_nothing_and_one_beyond_measure_are_taken() =>
        Assert.Equal(
            await partners.Glossary.ListEntriesAsync(new() { Parent = "organisations/railway" }),
            await partners.Glossary.ListEntriesAsync(new() { Parent = "organisations/railway", PageSize = 1_000_000_000 }));

    static async Task AssertPagedAsync(int count, Func<int, string, Task<(IEnumerable<string> Names, string Next)>> page)
    {
        var (all, none) = await page(0, "");
        var whole = all.ToList();
        Assert.Equal((count, ""), (whole.Distinct(StringComparer.Ordinal).Count(), none));
        for (var size = 1; size <= count; size++)
        {
            var read = new List<string>();
            for (var token = ""; read.Count == 0 || token.Length > 0;)
            {
                var (names, next) = await page(size, token);
                Assert.InRange(names.Count(), 1, size);
                read.AddRange(names);
                token = next;
            }

            Assert.Equal(whole, read);
        }
    }
}
