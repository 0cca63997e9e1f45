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

    Task<Desk> StartAsync(Provider provider) => Desk.StartAsync(
        browser, $"--Authentication:OpenId:Authority={provider.Address}", "--Authentication:OpenId:ClientId=desk", "--Authentication:OpenId:ClientSecret=secret");
}
