namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class ReconciliationTests(Browser browser)
{
    [SkippableFact]
    public async Task Two_people_in_two_browsers_settle_a_conflict_and_the_look_up_changes()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var one = await desk.OpenAsync();
        await one.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();
        await Expect(Heading(one)).ToHaveTextAsync("incident aaa");
        var two = await desk.OpenAsync(new Uri(one.Url).AbsolutePath);

        await one.GetByRole(AriaRole.Button, new() { Name = "Related" }).ClickAsync();
        await Expect(Step(two)).ToContainTextAsync("Triaged");

        await two.GetByLabel("How should it be resolved?").SelectOptionAsync("ClarifyWording");
        await two.GetByRole(AriaRole.Group, new() { Name = "Umbra Partners" }).GetByLabel("Its new definition").PressSequentiallyAsync("An event that must be resolved within 4 hours of its report.");
        await Expect(two.GetByText("no longer a conflict")).ToBeVisibleAsync();
        await two.GetByLabel("How should it be resolved?").SelectOptionAsync("AgreeToDiffer");
        await two.GetByRole(AriaRole.Group, new() { Name = "Acme Corporation" }).GetByLabel("Note for its readers").FillAsync("Umbra counts business days.");
        await two.GetByRole(AriaRole.Group, new() { Name = "Umbra Partners" }).GetByLabel("Note for its readers").FillAsync("Acme counts hours, nights too.");
        await two.GetByLabel("Why?").FillAsync("Both are bound by contracts.");
        await two.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();
        await Expect(one.GetByText("Proposal 1: Agree to differ").First).ToBeVisibleAsync();

        await one.GetByRole(AriaRole.Button, new() { Name = "Open the consultation" }).ClickAsync();
        await Expect(Step(two)).ToContainTextAsync("Consultation");
        await TakeAsync(one, "acme", "Accept");
        await Expect(Step(two)).ToContainTextAsync("Sign-off");
        await TakeAsync(two, "umbra", "AcceptWithReservation", "Until the contract ends.");
        await Expect(one.GetByText("Until the contract ends.").First).ToBeVisibleAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Resolve as proposed" }).ClickAsync();
        await Expect(Step(two)).ToContainTextAsync("Resolved");

        await two.GetByRole(AriaRole.Link, new() { Name = "See what a look-up answers now." }).ClickAsync();
        await Expect(two.GetByText("Acme counts hours, nights too.").First).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    static ILocator Step(IPage page) => page.Locator("[aria-current=step]");

    static async Task TakeAsync(IPage page, string organisation, string stance, string statement = "")
    {
        _ = await page.GetByLabel("For", new() { Exact = true }).Last.SelectOptionAsync(organisation);
        _ = await page.GetByLabel("The organisation").SelectOptionAsync(stance);
        if (statement.Length > 0)
            await page.GetByLabel("Statement").FillAsync(statement);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the position" }).ClickAsync();
        await Expect(page.Locator(".positions li").Filter(new() { HasText = "accepts" }).First).ToBeVisibleAsync();
    }
}
