using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class AdministrationTests(Browser browser)
{
    [SkippableFact]
    public async Task A_role_is_given_and_ended_and_both_stand_in_the_log()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync("administration");

        await page.GetByText("Give somebody a role").ClickAsync();
        await page.GetByLabel("Person or program").FillAsync("ada@example.org");
        _ = await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Owner");
        _ = await page.GetByLabel("Where", new() { Exact = true }).SelectOptionAsync("organisations/acme");
        await page.GetByLabel("First day (optional").FillAsync("2020-02-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ada@example.org" });
        await Expect(row).ToContainTextAsync("owner");
        await Expect(row).ToContainTextAsync("Acme Corporation");
        await Expect(row).ToContainTextAsync("open");

        await page.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "End ada@example.org as owner" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "No" }).ClickAsync();
        await Expect(row).ToContainTextAsync("open");
        await row.GetByRole(AriaRole.Button, new() { Name = "End ada@example.org as owner" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Expect(row).Not.ToContainTextAsync("open");
        await Expect(page.Locator(".acts li").Filter(new() { HasText = "changed who works where" })).ToHaveCountAsync(2);
        var affiliation = Assert.Single(desk.Services.GetRequiredService<LiveTables>().Current.People.Affiliations);
        Assert.Equal(new DateOnly(2020, 2, 1), affiliation.From);
        Assert.NotNull(affiliation.To);
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_key_is_shown_once_signs_in_and_is_revoked_for_good()
    {
        await using var desk = await Desk.StartAsync(browser);
        var access = desk.Services.GetRequiredService<Access>();
        var page = await desk.OpenAsync("administration");

        await page.GetByText("Make a key").ClickAsync();
        await page.GetByLabel("What is it for?").FillAsync("The nightly import");
        await page.GetByLabel("Who signs in with it?").FillAsync("importer");
        await page.GetByLabel("write", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Expect(page.GetByText("It is shown this once")).ToBeVisibleAsync();
        var key = await page.Locator("#keys ~ .news code").InnerTextAsync();
        var credential = access.SignIn(key, how => how);
        Assert.Equal(("importer", Scopes.Read | Scopes.Write), (credential.Person, credential.Scopes));

        await page.ReloadAsync();
        await Desk.ConnectedAsync(page);
        await Expect(page.GetByText("The nightly import")).ToBeVisibleAsync();
        Assert.DoesNotContain(key, await page.ContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke The nightly import" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke it" }).ClickAsync();
        await Expect(page.GetByText("revoked", new() { Exact = true })).ToBeVisibleAsync();
        _ = Assert.Throws<RefusalException>(() => access.SignIn(key, how => how));
        await Expect(page.Locator(".acts li").Filter(new() { HasText = "changed an API key" })).ToHaveCountAsync(2);
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_member_is_taken_out_and_brought_in_again_with_its_conflicts()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync("administration");
        var bridge = page.GetByRole(AriaRole.Group, new() { Name = "bridge" });

        await bridge.GetByRole(AriaRole.Button, new() { Name = "Remove Umbra Partners" }).ClickAsync();
        await bridge.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Expect(bridge.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        var queue = await desk.OpenAsync();
        await Expect(queue.GetByText("Nothing is in conflict.")).ToBeVisibleAsync();

        _ = await bridge.GetByLabel("Bring in").SelectOptionAsync("umbra");
        await bridge.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await Expect(bridge.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(queue.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 word in conflict");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task Who_is_no_administrator_sees_what_is_theirs_and_changes_nothing()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await Desk.StartAsync(
            browser, $"--Authentication:OpenId:Authority={provider.Address}", "--Authentication:OpenId:ClientId=desk", "--Authentication:OpenId:ClientSecret=secret");
        await desk.ImportPartingAsync(1);
        var editor = desk.Services.GetRequiredService<AccessEditor>();
        var acme = new AffiliationPlace(OrganisationId.Parse("acme", "organisation"), null);
        _ = await editor.CreateAffiliationAsync(Actor.Service, "ada", acme, Role.Owner, null, null, default, CancellationToken.None);
        var (bobs, _) = await editor.CreateAffiliationAsync(Actor.Service, "bob", default, Role.Administrator, null, null, default, CancellationToken.None);
        _ = await editor.CreateKeyAsync(Actor.Service, "bob", "Bob's secret errand", Scopes.Read, null, validateOnly: false, CancellationToken.None);
        var ada = await (await browser.OpenAsync()).NewPageAsync();
        await desk.GoAsync(ada, "administration");
        await Expect(ada.GetByRole(AriaRole.Row).Filter(new() { HasText = "ada" })).ToHaveCountAsync(1);
        await Expect(ada.GetByText("bob")).ToHaveCountAsync(0);
        await Expect(ada.GetByText("secret errand")).ToHaveCountAsync(0);
        await Expect(ada.GetByText("Give somebody a role")).ToHaveCountAsync(0);
        await Expect(ada.GetByRole(AriaRole.Button, new() { NameRegex = new("^End|^Take|^Bring|^Revoke", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToHaveCountAsync(0);

        // A key of her own she makes, with no more than she may herself; one for another she cannot.
        await ada.GetByText("Make a key").ClickAsync();
        await Expect(ada.GetByLabel("Who signs in with it?")).ToHaveCountAsync(0);

        // An administrator whose role ends while the page is open can do no more from then on.
        provider.Person = "bob";
        var bob = await (await browser.OpenAsync()).NewPageAsync();
        await desk.GoAsync(bob, "administration");
        await Expect(bob.GetByText("Give somebody a role")).ToBeVisibleAsync();
        _ = await editor.UpdateAffiliationAsync(
            Actor.Service, bobs.Name, bobs.Etag, (false, null), (true, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)), default, CancellationToken.None);
        await Expect(bob.GetByText("Give somebody a role")).ToHaveCountAsync(0);
        await Expect(bob.GetByRole(AriaRole.Row).Filter(new() { HasText = "ada" })).ToHaveCountAsync(0);
    }
}
