namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class ConflictTests(Browser browser)
{
    [SkippableFact]
    public async Task A_conflict_shows_both_sides_and_what_is_next()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("incident aaa");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "Acme Corporation" }).First).ToContainTextAsync("within 4 hours");
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "Umbra Partners" }).First).ToContainTextAsync("2 business days");
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-current=step]")).ToContainTextAsync("Detected");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task What_one_says_the_other_sees_at_once()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var one = await desk.OpenAsync();
        await one.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();
        await Expect(one.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("incident aaa");
        var two = await desk.OpenAsync(new Uri(one.Url).AbsolutePath);

        await one.GetByLabel("Say something to the other side").FillAsync("We count from the first report.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await Expect(two.GetByText("We count from the first report.")).ToBeVisibleAsync();

        await two.GetByRole(AriaRole.Button, new() { Name = "Different meanings" }).ClickAsync();
        await Expect(one.Locator("[aria-current=step]")).ToContainTextAsync("Triaged");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_conflict_that_does_not_exist_is_said_so()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync("partnerships/bridge/conflicts/nothing");

        await Expect(page.GetByText("There is no conflict")).ToBeVisibleAsync();
    }
}
