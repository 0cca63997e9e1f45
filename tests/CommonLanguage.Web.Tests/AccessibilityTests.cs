using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_has_a_serious_barrier(ColorScheme scheme)
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(50);
        var page = await desk.OpenAsync("", new() { ColorScheme = scheme });
        await desk.GoAsync(page, "organisations/acme");
        var entry = await page.Locator(".entries a").First.GetAttributeAsync("href");
        await desk.GoAsync(page, "");
        var conflict = await page.Locator(".queue-detail h2 a").GetAttributeAsync("href");

        foreach (var path in (string[])["", "?kind=Homonymy", conflict!, "partnerships/bridge/conflicts/nothing", "nowhere", "terms", "terms/incident%20aaa", "organisations", "organisations/acme", "organisations/acme/new", entry!, "map", "check", "administration"])
        {
            _ = await page.GotoAsync(new Uri(desk.Address, path).ToString());
            await Desk.ConnectedAsync(page);
            // What is folded away is read too.
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            var found = (await page.RunAxe(Rules)).Violations.Where(violation => violation.Impact is "serious" or "critical");
            Assert.True(
                !found.Any(),
                $"/{path} in {scheme}: {string.Join("; ", found.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}"))}");
        }
    }
}
