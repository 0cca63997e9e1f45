using System.Net;
using System.Net.WebSockets;
using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class SignInTests(Browser browser)
{
    [SkippableFact]
    public async Task Somebody_signs_in_at_the_provider_sees_what_they_may_and_signs_out()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        var page = await (await browser.OpenAsync()).NewPageAsync();

        _ = await page.GotoAsync(new Uri(desk.Address, "map").ToString());
        await Desk.ConnectedAsync(page);
        Assert.Equal("/map", new Uri(page.Url).AbsolutePath);
        await Expect(page.Locator(".who")).ToContainTextAsync("ada");
        _ = await page.GotoAsync(desk.Address.ToString());
        await Desk.ConnectedAsync(page);
        await Expect(page.GetByText("no role here yet")).ToBeVisibleAsync();

        var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal));
        Assert.True(cookie is { HttpOnly: true, Secure: true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have signed out");

        // The cookie of before, copied, is no longer taken.
        await page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = desk.Address.ToString().Replace("http:", "https:", StringComparison.Ordinal), HttpOnly = true, Secure = true }]);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Address, "map"));
        request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [SkippableFact]
    public async Task What_one_person_has_typed_is_not_shown_to_the_next_one_in_the_same_window()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        await desk.ImportPartingAsync(1);
        foreach (var person in (string[])["ada", "bob"])
            await AffiliateAsync(desk, person, "acme", Role.Editor, null, null);
        var page = await OpenAsync(desk, provider, "ada", "organisations/acme/new");
        await page.GetByLabel("Word", new() { Exact = true }).FillAsync("a secret of ada");
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Word", new() { Exact = true })).ToHaveValueAsync("a secret of ada");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You have signed out");
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length"));
        provider.Person = "bob";
        await desk.GoAsync(page, "organisations/acme/new");
        await Expect(page.GetByLabel("Word", new() { Exact = true })).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task Who_works_for_an_organisation_can_ask_for_their_own_conflicts()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        await desk.ImportPartingAsync(1);
        await desk.ImportAsync("wayne", "term,definition\nnotice,A notice that must be sent within 4 hours.\n");
        await desk.ImportAsync("stark", "term,definition\nnotice,A notice that must be sent within 9 business days.\n");
        _ = await desk.Services.GetRequiredService<AccessEditor>().CreateAffiliationAsync(
            Actor.Service, "ada", new(OrganisationId.Parse("acme", "organisation"), null), Role.Owner, null, null, default, CancellationToken.None);
        var page = await (await browser.OpenAsync()).NewPageAsync();
        _ = await page.GotoAsync(desk.Address.ToString());
        await Desk.ConnectedAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("2 words in conflict");
        await page.GetByLabel("Whose").SelectOptionAsync("Mine");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 word in conflict");
        await Expect(page.Locator("desk-list [role=option]")).ToContainTextAsync("incident aaa");
        Assert.Contains("whose=mine", page.Url, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task People_of_both_sides_settle_a_conflict_each_in_their_own_browser_with_their_own_rights()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        await desk.ImportPartingAsync(1);
        var (left, joined) = (new DateOnly(2020, 1, 1), new DateOnly(2019, 1, 1));
        await AffiliateAsync(desk, "ada", "acme", Role.Editor, joined, left);
        await AffiliateAsync(desk, "ada", "umbra", Role.Editor, left, null);
        await AffiliateAsync(desk, "bob", "acme", Role.Signatory, null, null);
        await AffiliateAsync(desk, "cyd", "umbra", Role.Signatory, null, null);
        var ada = await OpenAsync(desk, provider, "ada", "");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();
        await Expect(ada.Locator(".steps")).ToBeVisibleAsync();
        var conflict = new Uri(ada.Url).AbsolutePath[1..];
        var (bob, cyd) = (await OpenAsync(desk, provider, "bob", conflict), await OpenAsync(desk, provider, "cyd", conflict));

        await ada.GetByRole(AriaRole.Button, new() { Name = "Different meanings" }).ClickAsync();
        await Expect(bob.GetByText("ada said how")).ToHaveCountAsync(2);
        await ada.GetByLabel("Why?").FillAsync("They count another thing.");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await Expect(bob.GetByText("incident aaa (acme)").First).ToBeVisibleAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Open the consultation" }).ClickAsync();
        await Expect(bob.GetByRole(AriaRole.Button, new() { Name = "Take the position" })).ToBeVisibleAsync();

        // Nobody signs for others.
        await TakeAsync(cyd, "acme");
        await Expect(cyd.GetByRole(AriaRole.Alert)).ToContainTextAsync("signatory");
        await TakeAsync(cyd, "umbra");
        await Expect(bob.Locator(".positions li").Filter(new() { HasText = "Umbra Partners" })).ToContainTextAsync("(cyd)");
        await TakeAsync(bob, "acme");
        await Expect(ada.GetByText("All parties have taken a position.").First).ToBeVisibleAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Resolve as proposed" }).ClickAsync();
        await Expect(cyd.Locator("[aria-current=step]")).ToContainTextAsync("Resolved");
        await cyd.GetByRole(AriaRole.Link, new() { Name = "See what a look-up answers now." }).ClickAsync();
        await Expect(cyd.GetByText("incident aaa (umbra)").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Nobody_reaches_a_page_its_connection_or_a_file_without_signing_in()
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };

        foreach (var path in (string[])["", "terms/x", "organisations/acme", "organisations/acme/export.csv", "map/bridge/matrix.svg", "administration"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync("_blazor/negotiate?negotiateVersion=1", null)).StatusCode);
        using var socket = new ClientWebSocket();
        _ = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new UriBuilder(new Uri(desk.Address, "_blazor")) { Scheme = "ws" }.Uri, CancellationToken.None));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("sign-out", null)).StatusCode);
    }

    [SkippableTheory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string to)
    {
        await using var provider = await Provider.StartAsync();
        await using var desk = await StartAsync(provider);
        var page = await (await browser.OpenAsync()).NewPageAsync();

        _ = await page.GotoAsync(new Uri(desk.Address, "sign-in?to=" + Uri.EscapeDataString(to)).ToString());
        await Desk.ConnectedAsync(page);
        Assert.Equal(desk.Address, new Uri(page.Url));
    }

    static async Task TakeAsync(IPage page, string organisation)
    {
        _ = await page.GetByLabel("For", new() { Exact = true }).Last.SelectOptionAsync(organisation);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the position" }).ClickAsync();
    }

    static async Task AffiliateAsync(Desk desk, string person, string organisation, Role role, DateOnly? from, DateOnly? to) =>
        _ = await desk.Services.GetRequiredService<AccessEditor>().CreateAffiliationAsync(
            Actor.Service, person, new(OrganisationId.Parse(organisation, "organisation"), null), role, from, to, default, CancellationToken.None);

    async Task<IPage> OpenAsync(Desk desk, Provider provider, string person, string path)
    {
        provider.Person = person;
        var page = await (await browser.OpenAsync()).NewPageAsync();
        await desk.GoAsync(page, path);
        return page;
    }

    Task<Desk> StartAsync(Provider provider) => Desk.StartAsync(
        browser, $"--Authentication:OpenId:Authority={provider.Address}", "--Authentication:OpenId:ClientId=desk", "--Authentication:OpenId:ClientSecret=secret");
}
