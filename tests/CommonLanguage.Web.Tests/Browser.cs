namespace CommonLanguage.Web.Tests;

/// <summary>One headless Chromium for all tests: Debian's package, or the program that COMMONLANGUAGE_TEST_CHROMIUM names.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? browser;

    static string? Program =>
        ((string?[])[Environment.GetEnvironmentVariable("COMMONLANGUAGE_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
        .FirstOrDefault(File.Exists);

    /// <summary>A browser window of its own: its own cookies, its own storage.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Skip.If(
            browser is null && Environment.GetEnvironmentVariable("CI") != "true",
            "No Chromium: apt-get install chromium, or name one in COMMONLANGUAGE_TEST_CHROMIUM.");
        Assert.NotNull(browser);
        return await browser.NewContextAsync(options);
    }

    public async Task InitializeAsync()
    {
        if (Program is not { } program)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
