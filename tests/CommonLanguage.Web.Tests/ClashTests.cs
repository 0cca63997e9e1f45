namespace CommonLanguage.Web.Tests;

/// <summary>Two people, one thing: the second is asked, and nothing that was typed is lost.</summary>
[Collection(DeskTests.Name)]
public sealed class ClashTests(Browser browser)
{
    [SkippableFact]
    public async Task Who_edits_an_entry_that_somebody_else_has_published_meanwhile_sees_it_and_chooses()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var one = await desk.OpenAsync("organisations/acme");
        await one.GetByRole(AriaRole.Link, new() { Name = "incident aaa" }).ClickAsync();
        await Expect(one.GetByLabel("Definition")).ToBeVisibleAsync();
        var two = await desk.OpenAsync(new Uri(one.Url).AbsolutePath);

        await two.GetByLabel("Definition").FillAsync("What two types.");
        await Expect(two.GetByRole(AriaRole.Heading, new() { Name = "if you publish this" })).ToBeVisibleAsync();
        await one.GetByLabel("Definition").FillAsync("What one publishes.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Publish the change" }).ClickAsync();
        await Expect(one.GetByText("Published as revision 2.")).ToBeVisibleAsync();

        await Expect(two.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody has published revision 2");
        await Expect(two.GetByRole(AriaRole.Alert).Locator("ins").Last).ToContainTextAsync("publishes");
        await Expect(two.GetByLabel("Definition")).ToHaveValueAsync("What two types.");
        await two.GetByRole(AriaRole.Button, new() { Name = "Publish mine after it" }).ClickAsync();
        await Expect(two.GetByText("Published as revision 3.")).ToBeVisibleAsync();

        await one.GetByLabel("Definition").FillAsync("What one types next.");
        await Expect(one.GetByRole(AriaRole.Heading, new() { Name = "if you publish this" })).ToBeVisibleAsync();
        await two.GetByLabel("Definition").FillAsync("What two publishes next.");
        await two.GetByRole(AriaRole.Button, new() { Name = "Publish the change" }).ClickAsync();
        await one.GetByRole(AriaRole.Button, new() { Name = "Take theirs" }).ClickAsync();
        await Expect(one.GetByLabel("Definition")).ToHaveValueAsync("What two publishes next.");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task Who_writes_a_proposal_while_somebody_else_proposes_is_asked_and_loses_nothing()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var one = await desk.OpenAsync();
        await one.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();
        await Expect(one.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("incident aaa");
        await one.GetByRole(AriaRole.Button, new() { Name = "Related" }).ClickAsync();
        await Expect(one.GetByLabel("How should it be resolved?")).ToBeVisibleAsync();
        var two = await desk.OpenAsync(new Uri(one.Url).AbsolutePath);

        _ = await two.GetByLabel("How should it be resolved?").SelectOptionAsync("NotAConflict");
        await two.GetByLabel("Why?").FillAsync("What two had in mind.");
        _ = await one.GetByLabel("How should it be resolved?").SelectOptionAsync("NotAConflict");
        await one.GetByLabel("Why?").FillAsync("What one had in mind.");
        await one.GetByRole(AriaRole.Button, new() { Name = "Propose it" }).ClickAsync();

        await Expect(two.GetByRole(AriaRole.Alert)).ToContainTextAsync("has made proposal 1 while you wrote");
        await Expect(two.GetByText("What one had in mind.").First).ToBeVisibleAsync();
        await Expect(two.GetByLabel("Why?")).ToHaveValueAsync("What two had in mind.");
        await two.GetByRole(AriaRole.Button, new() { Name = "Propose mine instead" }).ClickAsync();
        await Expect(one.GetByRole(AriaRole.Heading, new() { Name = "Proposal 2" })).ToBeVisibleAsync();
        await Expect(one.GetByText("What two had in mind.").First).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task What_is_typed_outlives_a_lost_connection_and_a_page_loaded_again()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var first = await desk.OpenAsync();
        var conflict = await first.Locator(".queue-detail h2 a").GetAttributeAsync("href");
        var context = await browser.OpenAsync();
        var (isDown, sockets) = (false, new List<IWebSocketRoute>());
        await context.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            if (isDown)
            {
                _ = socket.CloseAsync();
                return;
            }

            _ = socket.ConnectToServer();
            sockets.Add(socket);
        });
        await context.RouteAsync("**/_blazor/**", route => isDown ? route.AbortAsync() : route.ContinueAsync());
        var page = await desk.OpenAsync(context, conflict!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Different meanings" }).ClickAsync();
        await page.GetByLabel("Say something to the other side").PressSequentiallyAsync("Half a sentence, and the rest.");

        isDown = true;
        await sockets[^1].CloseAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The connection is lost");
        isDown = false;
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByLabel("Say something to the other side")).ToHaveValueAsync("Half a sentence, and the rest.");

        // The choice comes back first, then the fields that it brings.
        _ = await page.GetByLabel("How should it be resolved?").SelectOptionAsync("ClarifyWording");
        await page.GetByRole(AriaRole.Group, new() { Name = "Umbra Partners" }).GetByLabel("Its new definition").FillAsync("A better text.");
        await page.ReloadAsync();
        await Desk.ConnectedAsync(page);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Umbra Partners" }).GetByLabel("Its new definition")).ToHaveValueAsync("A better text.");
        await Expect(page.GetByLabel("How should it be resolved?")).ToHaveValueAsync("ClarifyWording");
        await Expect(page.GetByLabel("Say something to the other side")).ToHaveValueAsync("Half a sentence, and the rest.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await Expect(page.Locator(".acts .said", new() { HasText = "Half a sentence, and the rest." })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Desk.ConnectedAsync(page);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Umbra Partners" }).GetByLabel("Its new definition")).ToHaveValueAsync("A better text.");
        await Expect(page.GetByLabel("Say something to the other side")).ToHaveValueAsync("");
        await context.DisposeAsync();
    }
}
