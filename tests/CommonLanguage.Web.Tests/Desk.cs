using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Web.Tests;

/// <summary>The real server on SQLite, with glossaries, and pages of it. A page that reports an error fails the test.</summary>
public sealed class Desk : IAsyncDisposable
{
    readonly Browser browser;
    readonly TestServer server;
    readonly List<IBrowserContext> contexts = [];

    Desk(Browser browser, TestServer server) => (this.browser, this.server) = (browser, server);

    /// <summary>What pages have complained of: script errors, violations of the content policy, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses that pages asked for on other machines.</summary>
    public List<string> Elsewhere { get; } = [];

    public IServiceProvider Services => server.Services;

    public Uri Address => server.WebAddress;

    public static async Task<Desk> StartAsync(Browser browser, params string[] settings) =>
        new(browser, await TestServer.StartAsync(null, settings));

    /// <summary>Imports a glossary.</summary>
    public async Task ImportAsync(string organisation, string csv, string partnership = "bridge", string name = "")
    {
        var report = await Services.GetRequiredService<GlossaryImporter>().ImportAsync(
            Actor.Service,
            new(OrganisationId.Parse(organisation, "organisation"), name, PartnershipId.Parse(partnership, "partnership"), ValidateOnly: false),
            Pieces(csv), _ => ValueTask.CompletedTask, CancellationToken.None);
        Assert.False(report.IsRefused);
        await server.JudgedAsync();
    }

    /// <summary>Imports two glossaries that part on so many words, each in the time that something is resolved within.</summary>
    public async Task ImportPartingAsync(int words)
    {
        await ImportAsync("acme", Csv(words, "4 hours"), name: "Acme Corporation");
        await ImportAsync("umbra", Csv(words, "2 business days"), name: "Umbra Partners");
    }

    /// <summary>A page of the desk in a window of its own, drawn and connected.</summary>
    public async Task<IPage> OpenAsync(string path = "", BrowserNewContextOptions? options = null)
    {
        var context = await browser.OpenAsync(options);
        contexts.Add(context);
        return await OpenAsync(context, path);
    }

    public async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Elsewhere.Add(request.Url);
        };
        await GoAsync(page, path);
        return page;
    }

    /// <summary>Loads a page and waits until it answers.</summary>
    public async Task GoAsync(IPage page, string path)
    {
        _ = await page.GotoAsync(new Uri(Address, path).ToString());
        await ConnectedAsync(page);
    }

    /// <summary>Waits until a page answers to what is done on it.</summary>
    public static Task ConnectedAsync(IPage page) => page.WaitForSelectorAsync("main[data-live]", new() { State = WaitForSelectorState.Attached });

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.DisposeAsync();
        await server.DisposeAsync();
    }

    static string Csv(int words, string time)
    {
        var csv = new StringBuilder("term,definition\n");
        for (var i = 0; i < words; i++)
            _ = csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"incident {Letters(i)},An event that must be resolved within {time} of its report.\n");
        return csv.ToString();
    }

    // Three letters, and four once those are used up.
    static string Letters(int number)
    {
        var three = string.Concat(((char[])[(char)('a' + (number / 26 / 26 % 26)), (char)('a' + (number / 26 % 26)), (char)('a' + (number % 26))]));
        return number < 26 * 26 * 26 ? three : (char)('a' + (number / 26 / 26 / 26)) + three;
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(string text)
    {
        await Task.CompletedTask;
        yield return Encoding.UTF8.GetBytes(text);
    }
}
