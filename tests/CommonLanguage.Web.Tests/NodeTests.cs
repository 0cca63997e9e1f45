using System.Net;
using System.Text.RegularExpressions;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Web.Tests;

/// <summary>Several nodes behind one address, on one database.</summary>
[Collection(DeskTests.Name)]
public sealed partial class NodeTests(Browser browser, PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [SkippableFact]
    public async Task A_sign_in_and_a_form_of_one_node_are_taken_by_another()
    {
        PostgresDatabase.Require();
        await using var provider = await Provider.StartAsync();
        await using var one = await StartAsync(provider);
        await using var two = await StartAsync(provider);
        var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await one.GoAsync(page, "map");
        var token = Token().Match(await page.ContentAsync()).Groups["token"].Value;
        var cookies = string.Join("; ", (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = two.Address };

        using var read = new HttpRequestMessage(HttpMethod.Get, "map") { Headers = { { "Cookie", cookies } } };
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(read)).StatusCode);
        using var forged = SignOut(cookies, token[..^4] + "AAAA");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(forged)).StatusCode);
        using var sent = SignOut(cookies, token);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SendAsync(sent)).StatusCode);
        await context.DisposeAsync();
    }

    static HttpRequestMessage SignOut(string cookies, string token) => new(HttpMethod.Post, "sign-out")
    {
        Headers = { { "Cookie", cookies } },
        Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
    };

    Task<Desk> StartAsync(Provider provider) => Desk.StartAsync(
        browser, "--Storage:Provider=PostgreSql", $"--Storage:ConnectionString={database.ConnectionString}",
        $"--Authentication:OpenId:Authority={provider.Address}", "--Authentication:OpenId:ClientId=desk", "--Authentication:OpenId:ClientSecret=secret");

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
