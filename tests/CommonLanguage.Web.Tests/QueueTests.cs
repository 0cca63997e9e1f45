using CommonLanguage.Analysis.Text;
using CommonLanguage.Editing;
using CommonLanguage.Lookup;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Web.Tests;

[Collection(DeskTests.Name)]
public sealed class QueueTests(Browser browser)
{
    const string Row = "desk-list [role=option]";

    [SkippableFact]
    public async Task The_queue_shows_conflicts_and_the_selected_one_as_questions()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var page = await desk.OpenAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("3 words in conflict");
        await Expect(page.Locator(Row)).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "What differs" })).ToContainTextAsync("is it the same");
        Assert.Empty(desk.Complaints);
        Assert.Empty(desk.Elsewhere);
    }

    [SkippableFact]
    public async Task Ten_conflicts_are_triaged_with_the_keyboard_alone()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(12);
        var page = await desk.OpenAsync();

        for (var i = 0; i < 40 && await page.EvaluateAsync<string>("document.activeElement.id") != "list"; i++)
            await page.Keyboard.PressAsync("Tab");
        foreach (var key in "1234561235")
        {
            var before = await page.Locator("desk-list").GetAttributeAsync("data-selected");
            await page.Keyboard.PressAsync(key.ToString());
            await Expect(page.Locator("desk-list")).Not.ToHaveAttributeAsync("data-selected", before!);
        }

        await Expect(page.Locator("desk-list")).ToHaveAttributeAsync("data-selected", "10");
        await Expect(page.Locator(".row-state", new() { HasText = "Same meaning" })).ToHaveCountAsync(2);
        await Expect(page.Locator(".row-state", new() { HasText = "Different meanings" })).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator("desk-list")).ToHaveAttributeAsync("data-selected", "9");
        await Expect(page.Locator(".row-state", new() { HasText = "Different meanings" })).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("desk-list")).ToHaveAttributeAsync("data-selected", "0");
        await desk.GoAsync(page, "?status=settled");
        await Expect(page.Locator(Row)).ToHaveCountAsync(2);
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task The_focus_stays_where_the_reader_puts_it_while_the_page_connects()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var context = await browser.OpenAsync();
        await context.AddInitScriptAsync(
            """
            window.taken = [];
            addEventListener("focusin", e => window.taken.push(e.target.localName), true);
            """);
        var page = await desk.OpenAsync(context, "");
        await page.Locator("desk-list").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();

        Assert.Equal(["desk-list", "h1"], await page.EvaluateAsync<string[]>("window.taken"));
        await context.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_long_queue_is_drawn_around_what_is_in_sight()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(300);
        var page = await desk.OpenAsync();

        await Expect(page.Locator(Row)).ToHaveCountAsync(40);
        await page.Locator("desk-list").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("desk-list")).ToHaveAttributeAsync("data-selected", "299");
        await Expect(page.Locator("[aria-posinset='300']")).ToBeInViewportAsync();
        await page.Locator("desk-list").EvaluateAsync("list => list.scrollTop = 0");
        await Expect(page.Locator("[aria-posinset='1']")).ToBeInViewportAsync();
    }

    [SkippableFact]
    public async Task Filters_stand_in_the_address()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(30);
        var page = await desk.OpenAsync();

        await page.GetByLabel("Word", new() { Exact = true }).FillAsync("incident aac");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 word in conflict");
        Assert.Contains("word=incident", page.Url, StringComparison.Ordinal);
        await desk.GoAsync(page, "?kind=Homonymy");
        await Expect(page.GetByText("No conflict fits.")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_conflict_says_how_often_its_word_is_used()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var uses = desk.Services.GetRequiredService<UseCounts>();
        for (var i = 0; i < 3; i++)
            uses.MetInDocument(NormalForm.Of("incident aaa"), 1);
        await desk.Services.GetRequiredService<UseKeeper>().KeepAsync(CancellationToken.None);
        var page = await desk.OpenAsync();

        await Expect(page.Locator(Row)).ToContainTextAsync("used 3 times");
        await Expect(page.GetByText("Looked up never, met in checked documents 3 times.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Whose")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task The_queue_can_be_read_without_a_script()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var context = await browser.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        _ = await page.GotoAsync(desk.Address.ToString());

        await Expect(page.GetByText("3 words in conflict")).ToBeVisibleAsync();
        await Expect(page.Locator(Row)).ToHaveCountAsync(3);
        await context.DisposeAsync();
    }

    [SkippableFact]
    public async Task Two_people_at_the_queue_see_what_the_other_decides_and_a_clash_asks()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(2);
        var (one, two) = (await desk.OpenAsync(), await desk.OpenAsync());

        await one.Locator("desk-list").FocusAsync();
        await one.Keyboard.PressAsync("5");
        await Expect(one.Locator("desk-list")).ToHaveAttributeAsync("data-selected", "1");
        await Expect(two.Locator(".row-state").First).ToContainTextAsync("Triaged");
        await two.Locator("desk-list").FocusAsync();
        await two.Keyboard.PressAsync("1");
        await Expect(two.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else has worked on");
        await Expect(two.Locator(".row-state").First).ToContainTextAsync("Triaged");
        await two.Keyboard.PressAsync("1");
        await Expect(one.Locator(".row-state").First).ToContainTextAsync("Dismissed");
        Assert.Empty(desk.Complaints);
    }
}
