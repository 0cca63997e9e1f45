using System.Diagnostics;
using System.Globalization;

namespace CommonLanguage.Web.Tests;

/// <summary>
/// What the desk costs; part of the project only where tests/measure-desk.sh builds it, which prints the figures. Against a server in a
/// process of its own, freshly started on a store with 20 000 conflicts.
/// </summary>
[Collection(DeskTests.Name)]
public sealed class MeasureTests(Browser browser)
{
    const int Words = 20_000;
    const int OpenPages = 20;

    [SkippableFact]
    public async Task Print_what_the_desk_costs()
    {
        var folder = Directory.CreateTempSubdirectory("commonlanguage-measure-").FullName;
        await using (var filled = await Desk.StartAsync(browser, $"--DataDirectory={folder}"))
            await filled.ImportPartingAsync(Words);

        using var server = Start(folder);
        try
        {
            var context = await browser.OpenAsync();
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync(FirstMoments);
            await HealthyAsync();
            var healthy = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            _ = await page.GotoAsync(Address, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            _ = await page.WaitForFunctionAsync("() => window.moments.usable");
            var shown = await page.EvaluateAsync<double>("window.moments.shown") - healthy;
            var usable = await page.EvaluateAsync<double>("window.moments.usable") - healthy;

            List<double> moves = [], verdicts = [];
            for (var i = 0; i < 60; i++)
            {
                moves.Add(await PressAsync(page, "j"));
                verdicts.Add(await PressAsync(page, "5"));
            }

            List<IBrowserContext> open = [context];
            var before = Resident(server);
            for (var i = 0; i < OpenPages; i++)
            {
                open.Add(await browser.OpenAsync());
                var one = await open[^1].NewPageAsync();
                _ = await one.GotoAsync(Address);
                await Desk.ConnectedAsync(one);
            }

            await Task.Delay(TimeSpan.FromSeconds(3));
            var after = Resident(server);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page shown after start, {Words:N0} conflicts: {shown:0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page answering a key: {usable:0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a move in triage, median / 95 %: {At(moves, .5):0} / {At(moves, .95):0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a verdict in triage, median / 95 %: {At(verdicts, .5):0} / {At(verdicts, .95):0} ms"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"server memory for each open page: {(after - before) / 1024.0 / 1024 / OpenPages:0.00} MB"));
            foreach (var one in open)
                await one.DisposeAsync();
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Told by the page itself: whoever looks at it from outside looks seldom. A key is pressed as soon as the page is connected, and what
    // is drawn counts from the frame that it is drawn in.
    const string FirstMoments =
        """
        const moments = window.moments = {};
        const note = name => moments[name] ??= performance.timeOrigin + performance.now();
        new MutationObserver(() => {
          const list = document.querySelector("desk-list");
          if (list?.querySelector("[role=option]")) requestAnimationFrame(() => note("shown"));
          if (list && !moments.live && document.querySelector("main[data-live]")) {
            note("live");
            list.focus();
            list.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
          }
          if (list?.dataset.selected === "1") requestAnimationFrame(() => note("usable"));
        }).observe(document, { childList: true, subtree: true, attributes: true });
        """;

    static string Address => $"http://localhost:{Environment.GetEnvironmentVariable("COMMONLANGUAGE_MEASURE_PORT") ?? "22740"}/";

    static Process Start(string folder) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(Environment.GetEnvironmentVariable("COMMONLANGUAGE_MEASURE_SERVER") ?? AppContext.BaseDirectory, "CommonLanguage.Server.dll"), $"--DataDirectory={folder}", $"--Kestrel:Endpoints:Web:Url={Address.TrimEnd('/')}",
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning",
        ]) { RedirectStandardOutput = true, UseShellExecute = false })!;

    static async Task HealthyAsync()
    {
        using var client = new HttpClient();
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if ((await client.GetAsync(Address + "health")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        Assert.Fail("The server did not start.");
    }

    // From the key to the answer of the server on the page, measured inside the browser.
    static Task<double> PressAsync(IPage page, string key) => page.EvaluateAsync<double>(
        """
        key => new Promise(done => {
          const list = document.querySelector("desk-list");
          const began = performance.now();
          const observer = new MutationObserver(() => { observer.disconnect(); requestAnimationFrame(() => done(performance.now() - began)); });
          observer.observe(list, { attributes: true, attributeFilter: ["data-selected"] });
          list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        })
        """,
        key);

    static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    static double At(List<double> values, double part) => values.Order().ElementAt((int)(values.Count * part));
}
