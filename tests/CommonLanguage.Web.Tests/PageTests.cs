namespace CommonLanguage.Web.Tests;

/// <summary>The main way through each of the other pages.</summary>
[Collection(DeskTests.Name)]
public sealed class PageTests(Browser browser)
{
    [SkippableFact]
    public async Task A_word_is_looked_up_in_any_form()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(2);
        var page = await desk.OpenAsync("terms");

        await page.GetByLabel("Word").FillAsync("INCIDENT AAA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look up" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);
        await Expect(page.GetByText("In conflict").First).ToBeVisibleAsync();
        await Expect(page.GetByText("v1/terms:lookUp?term=INCIDENT")).ToBeVisibleAsync();
        await desk.GoAsync(page, "terms/incident%20aaz");
        await Expect(page.GetByText("Did you mean")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_glossary_is_searched_while_typing_and_an_entry_edited_with_its_conflicts_beside_it()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var page = await desk.OpenAsync("organisations/acme");

        await page.GetByLabel("Search", new() { Exact = true }).PressSequentiallyAsync("aab");
        await Expect(page.Locator(".entries li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "incident aab" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 conflict as it stands" })).ToBeVisibleAsync();
        await page.GetByLabel("Definition").FillAsync("An event that must be resolved within 2 business days of its report.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No conflict if you publish this" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish the change" }).ClickAsync();
        await Expect(page.GetByText("Published as revision 2.")).ToBeVisibleAsync();
        await page.GetByText("History: 2 revisions").ClickAsync();
        await Expect(page.Locator("del").First).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_file_that_is_dropped_is_imported_with_a_report_and_exported_again()
    {
        await using var desk = await Desk.StartAsync(browser);
        var page = await desk.OpenAsync("organisations");

        await page.GetByLabel("Short name of the organisation").FillAsync("acme");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "acme.csv",
            MimeType = "text/csv",
            Buffer = "term,definition\nlease,A contract.\n,Nothing\nrent,What is paid.\n"u8.ToArray(),
        });
        await Expect(page.GetByText("2 entries new")).ToBeVisibleAsync();
        await Expect(page.GetByText("Line 3:")).ToBeVisibleAsync();
        await desk.GoAsync(page, "organisations/acme");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "export all as CSV" }).ClickAsync());
        Assert.Contains("A contract.", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task The_map_shows_who_parts_from_whom_and_leads_to_the_words()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var page = await desk.OpenAsync("map");

        await Expect(page.GetByText("acme and umbra: 3 of 3 compared words part").First).ToBeAttachedAsync();
        using var client = new HttpClient();
        var svg = await client.GetAsync(new Uri(desk.Address, "map/bridge/matrix.svg"));
        Assert.Equal("image/svg+xml", svg.Content.Headers.ContentType?.MediaType);
        _ = System.Xml.Linq.XDocument.Parse(await svg.Content.ReadAsStringAsync());
        await page.Locator("svg a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("3 words in conflict");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_document_is_checked_for_its_readers()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync("check");

        _ = await page.GetByLabel("Who writes?").SelectOptionAsync("acme");
        await page.GetByLabel("Umbra Partners").CheckAsync();
        await page.GetByLabel("Paste the text").FillAsync("Each incident aaa is reported to the board.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check it" }).ClickAsync();
        await Expect(page.Locator(".checked mark").First).ToHaveTextAsync("incident aaa1");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "See the conflict" }).First).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task A_text_of_any_length_is_checked_and_an_empty_one_or_one_without_readers_refused_in_words()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(2);
        var page = await desk.OpenAsync("check");
        var check = page.GetByRole(AriaRole.Button, new() { Name = "Check it" });

        await check.ClickAsync();
        await Expect(page.GetByText("There is no text")).ToBeVisibleAsync();
        await page.GetByLabel("Paste the text").FillAsync("Each incident aaa is reported. " + string.Concat(Enumerable.Repeat("für ", 65_000)));
        await check.ClickAsync();
        await Expect(page.GetByText("Say who writes")).ToBeVisibleAsync();
        _ = await page.GetByLabel("Who writes?").SelectOptionAsync("acme");
        await check.ClickAsync();
        await Expect(page.GetByText("Say who reads")).ToBeVisibleAsync();
        await page.GetByLabel("Umbra Partners").CheckAsync();
        await check.ClickAsync();
        await Expect(page.Locator("#compared")).ToHaveTextAsync("The 1 shared word is understood in another way.");
        await Expect(page.Locator(".checked mark").First).ToHaveTextAsync("incident aaa1");
        await page.GetByLabel("Paste the text").FillAsync("Nothing of it.");
        await check.ClickAsync();
        await Expect(page.Locator("#compared")).ToContainTextAsync("No word was compared");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task An_import_report_says_what_it_was_made_with_and_the_same_file_is_read_again()
    {
        await using var desk = await Desk.StartAsync(browser);
        var page = await desk.OpenAsync("organisations");
        var file = new FilePayload { Name = "acme.csv", MimeType = "text/csv", Buffer = "term,definition\nlease,A contract.\n"u8.ToArray() };

        await page.GetByLabel("Short name of the organisation").FillAsync("acme");
        await page.GetByLabel("Only say what it would do").CheckAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Expect(page.GetByText("Nothing was stored. It would be:")).ToBeVisibleAsync();
        await Expect(page.GetByText("From acme.csv for acme")).ToContainTextAsync("as a trial");
        await page.GetByLabel("Only say what it would do").UncheckAsync();
        await Expect(page.GetByText("From acme.csv for acme")).ToHaveCountAsync(0);
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Expect(page.GetByText("1 entry new")).ToBeVisibleAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await Expect(page.GetByText("1 as before")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task An_entry_shows_the_conflicts_of_its_owner_only_and_compares_anew_in_another_language()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        await desk.ImportAsync("wayne", "term,definition\nincident aaa,An event that must be resolved within 4 hours of its report.\n");
        var page = await desk.OpenAsync("organisations/wayne");
        await page.GetByRole(AriaRole.Link, new() { Name = "incident aaa" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 conflict as it stands" })).ToBeVisibleAsync();
        await Expect(page.Locator("#preview ~ *").GetByText("wayne").First).ToBeVisibleAsync();
        await page.GetByLabel("Language").FillAsync("de");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No conflict if you publish this" })).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [SkippableTheory]
    [InlineData("?act=99")]
    [InlineData("?act=0")]
    [InlineData("?act=-1")]
    public async Task A_step_that_is_not_there_is_not_found(string step)
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        var page = await desk.OpenAsync();
        var conflict = await page.Locator(".queue-detail h2 a").GetAttributeAsync("href");
        using var client = new HttpClient { BaseAddress = desk.Address };

        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync(conflict)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(conflict + step)).StatusCode);
    }

    [SkippableFact]
    public async Task A_file_dropped_from_the_desktop_is_imported()
    {
        await using var desk = await Desk.StartAsync(browser);
        var page = await desk.OpenAsync("organisations");
        var file = Path.Combine(Directory.CreateTempSubdirectory("commonlanguage-drop-").FullName, "acme.csv");
        await File.WriteAllTextAsync(file, "term,definition\nlease,A contract.\n");

        await page.GetByLabel("Short name of the organisation").FillAsync("acme");
        await Expect(page.Locator(".drop")).ToContainTextAsync("Drop a CSV file here");
        var place = (await page.Locator(".drop").BoundingBoxAsync())!;
        var chromium = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            _ = await chromium.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = type, ["x"] = place.X + (place.Width / 2), ["y"] = place.Y + (place.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 },
            });
        }

        await Expect(page.GetByText("1 entry new")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [SkippableFact]
    public async Task Numbers_and_days_stand_as_the_readers_locale_writes_them()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1200);
        var page = await desk.OpenAsync("", new() { Locale = "de-DE", TimezoneId = "Europe/Berlin" });

        await Expect(page.Locator("h1 local-number")).ToHaveAttributeAsync("value", "1200");
        Assert.Equal("1.200", await ShownAsync(page, "h1 local-number"));
        await desk.GoAsync(page, "organisations/acme");
        Assert.Equal("1.200", await ShownAsync(page, ".help local-number"));
        await desk.GoAsync(page, "terms/incident%20aaa?on=2030-02-01");
        Assert.Equal("01.02.2030", await ShownAsync(page, ".help local-time"));
        await desk.GoAsync(page, "administration");
        Assert.Matches(@"^\d\d\.\d\d\.\d{4}, \d\d:\d\d$", await ShownAsync(page, ".acts local-time"));
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task No_page_is_wider_than_a_small_screen()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(3);
        var page = await desk.OpenAsync("", new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var conflict = await page.Locator(".queue-detail h2 a").GetAttributeAsync("href");

        foreach (var path in (string[])["", conflict!, "terms", "terms/incident%20aaa", "organisations", "organisations/acme", "organisations/acme/new", "map", "check", "administration"])
        {
            await desk.GoAsync(page, path);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, $"/{path} is wider than the screen.");
        }
    }

    static Task<string> ShownAsync(IPage page, string element) => page.Locator(element).First.EvaluateAsync<string>("element => element.shadowRoot.textContent");
}
