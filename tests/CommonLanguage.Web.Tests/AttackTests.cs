using System.Net;
using System.Net.WebSockets;

namespace CommonLanguage.Web.Tests;

/// <summary>What others may put into a glossary or send to the pages.</summary>
[Collection(DeskTests.Name)]
public sealed class AttackTests(Browser browser)
{
    static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "<img src=x onerror=alert(1)>", "<img src=`x`onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"java\tscript:alert(1)\">x</a>", "<form action=javascript:alert(1)><button>x</button></form>", "<button formaction=javascript:alert(1)>x</button>",
        "<body onload=alert(1)>", "<input autofocus onfocus=alert(1)>", "<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>",
        "<audio src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>", "<marquee onstart=alert(1)>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "</div><script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)", "\" onfocus=\"alert(1)\" autofocus=\"", "--><script>alert(1)</script><!--",
        "]]><script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>", "<style>@import '//evil.example/x.css';</style>",
        "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>", "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}", "@alert(1)", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;",
        "%3Cscript%3Ealert(1)%3C/script%3E", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><script>alert(1)</script></template>", "<!--Blazor:{\"type\":\"server\",\"sequence\":0,\"descriptor\":\"x\"}-->", "[x](javascript:alert(1))", "<x onclick=alert(1) tabindex=0>x",
    ];

    [SkippableFact]
    public async Task No_text_of_a_glossary_runs_or_loads_anything_on_any_page()
    {
        await using var desk = await Desk.StartAsync(browser);
        var (one, two) = (new System.Text.StringBuilder("term,definition,source,scope_note\n"), new System.Text.StringBuilder("term,definition,source,scope_note\n"));
        for (var i = 0; i < Payloads.Length; i++)
        {
            var text = Payloads[i].Replace("\"", "\"\"", StringComparison.Ordinal);
            _ = one.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"word {i} {text.Replace("\t", " ", StringComparison.Ordinal)}\",\"{text} must be resolved within 4 hours.\",\"see {text}\",\"{text}\"\n");
            _ = two.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"word {i} {text.Replace("\t", " ", StringComparison.Ordinal)}\",\"{text} must be resolved within 2 business days.\",\"see {text}\",\"{text}\"\n");
        }

        await desk.ImportAsync("acme", one.ToString(), name: "<img src=x onerror=alert(1)>");
        await desk.ImportAsync("umbra", two.ToString(), name: "\"><script>alert(1)</script>");
        var page = await desk.OpenAsync();
        var dialogs = 0;
        page.Dialog += async (_, dialog) =>
        {
            dialogs++;
            await dialog.DismissAsync();
        };
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("words in conflict");
        await page.Locator("desk-list").FocusAsync();
        for (var i = 0; i < Payloads.Length; i++)
            await page.Keyboard.PressAsync("j");
        var conflict = await page.Locator(".queue-detail h2 a").GetAttributeAsync("href");
        foreach (var path in (string[])[conflict!, "organisations", "organisations/acme", "organisations/umbra?search=word", "map", "check", "administration", "terms/" + Uri.EscapeDataString("word 0 " + Payloads[0])])
            await desk.GoAsync(page, path);
        var names = await page.EvaluateAsync<string>("async () => { const r = await fetch('/v1/organisations/acme/entries?page_size=100'); return JSON.stringify((await r.json()).entries.map(e => e.name)); }");
        foreach (var name in System.Text.Json.JsonSerializer.Deserialize<string[]>(names)!.Where((_, i) => i % 7 == 0))
            await desk.GoAsync(page, name);

        Assert.Equal(0, dialogs);
        Assert.Empty(desk.Elsewhere);
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task Text_that_runs_from_right_to_left_stays_in_its_place()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportAsync("acme", "term,definition\nlease,\u202Eevil text reversed within 4 hours\u202C and עברית ו-English\n");
        var page = await desk.OpenAsync("organisations/acme");

        await Expect(page.Locator(".entries p")).ToHaveAttributeAsync("dir", "auto");
        await Expect(page.Locator("h1 bdi")).ToHaveTextAsync("acme");
    }

    [SkippableFact]
    public async Task A_definition_in_a_language_from_right_to_left_is_written_so_and_the_page_around_it_is_not()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportAsync("acme", "term,definition,language\nחוזה,הסכם שיש לקיים בתוך 4 שעות,he\n");
        await desk.ImportAsync("umbra", "term,definition,language\nחוזה,הסכם שיש לקיים בתוך 2 ימים,he\n");
        var page = await desk.OpenAsync("organisations/acme");
        await DirectedAsync(page.Locator(".entries p").First, "rtl");
        await DirectedAsync(page.Locator("main"), "ltr");

        await desk.GoAsync(page, "terms/" + Uri.EscapeDataString("חוזה"));
        await DirectedAsync(page.Locator(".definition").First, "rtl");
        await Expect(page.Locator(".definition").First).ToHaveAttributeAsync("lang", "he");
        await DirectedAsync(page.Locator(".facts").First, "ltr");
        await desk.GoAsync(page, (await page.GetByRole(AriaRole.Link, new() { Name = "The entry" }).First.GetAttributeAsync("href"))!);
        await DirectedAsync(page.GetByLabel("Definition"), "rtl");
        Assert.Empty(desk.Complaints);
    }

    [SkippableFact]
    public async Task The_pages_connection_refuses_another_origin()
    {
        await using var desk = await Desk.StartAsync(browser);
        var address = new UriBuilder(new Uri(desk.Address, "_blazor")) { Scheme = "ws" }.Uri;
        using var foreign = new ClientWebSocket();
        foreign.Options.SetRequestHeader("Origin", "https://evil.example");
        using var own = new ClientWebSocket();
        own.Options.SetRequestHeader("Origin", desk.Address.GetLeftPart(UriPartial.Authority));

        _ = await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(address, CancellationToken.None));
        await own.ConnectAsync(address, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, own.State);
    }

    [SkippableFact]
    public async Task Every_page_tells_browsers_to_take_only_the_servers_own_scripts_and_styles()
    {
        await using var desk = await Desk.StartAsync(browser);
        await desk.ImportPartingAsync(1);
        using var client = new HttpClient { BaseAddress = desk.Address };

        foreach (var path in (string[])["", "terms", "organisations", "map", "check", "administration", "nowhere"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await client.SendAsync(request);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal(path == "nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
            var html = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)[^>]*>", html);
            Assert.DoesNotMatch("<style|\\sstyle=", html);
            foreach (var handler in (string[])["onclick=", "onload=", "onerror=", "onsubmit="])
                Assert.DoesNotContain(handler, html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        }
    }

    static async Task DirectedAsync(ILocator text, string direction) => await Expect(text).ToHaveCSSAsync("direction", direction);
}
