using System.Net;
using System.Text.Json;
using CommonLanguage.Server.Tests.SignIn;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>An assistant that asks over the Model Context Protocol, with the official client.</summary>
public sealed class AssistantTests : IAsyncLifetime
{
    TestServer server = null!;
    McpClient assistant = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        await ImportAsync("acme", "term,definition\nincident report,\"A message that must be sent within 4 hours of the event by the supplier.\"\n");
        await ImportAsync("umbra", "term,definition\nincident report,\"A message that must be sent within 2 business days of the event by the supplier.\"\n");
        assistant = await ConnectAsync(server);
    }

    public async Task DisposeAsync()
    {
        await assistant.DisposeAsync();
        await server.DisposeAsync();
    }

    static Task<McpClient> ConnectAsync(TestServer server, string? key = null)
    {
        var headers = key is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = "Bearer " + key };
        return McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new(server.WebAddress, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = headers }));
    }

    async Task ImportAsync(string organisation, string csv)
    {
        using var call = new InterchangeService.InterchangeServiceClient(server.Channel).ImportGlossary();
        await call.RequestStream.WriteAsync(new() { Header = new ImportHeader { Organisation = "organisations/" + organisation, Partnership = "partnerships/p" } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(csv) });
        await call.RequestStream.CompleteAsync();
        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
        }
    }

    static async Task<JsonElement> AskAsync(McpClient assistant, string tool, Dictionary<string, object?> parameters)
    {
        var answer = await assistant.CallToolAsync(tool, parameters);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
        Assert.True(answer.IsError is not true, text);
        return JsonDocument.Parse(text).RootElement;
    }

    [Fact]
    public async Task Is_offered_tools_that_only_read()
    {
        var tools = await assistant.ListToolsAsync();

        Assert.Equal(["check_document", "compare_definitions", "list_conflicts", "look_up"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.Equal((true, false), (tool.ProtocolTool.Annotations?.ReadOnlyHint, tool.ProtocolTool.Annotations?.OpenWorldHint)));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task Looks_a_word_up()
    {
        var meanings = (await AskAsync(assistant, "look_up", new() { ["term"] = "Incident Reports" })).GetProperty("meanings");

        Assert.Equal(["organisations/acme", "organisations/umbra"], meanings.EnumerateArray().Select(meaning => meaning.GetProperty("organisation").GetString()));
        Assert.Equal(1, (await AskAsync(assistant, "look_up", new() { ["term"] = "incident report", ["organisations"] = new[] { "acme" } })).GetProperty("meanings").GetArrayLength());
    }

    [Fact]
    public async Task Compares_two_definitions()
    {
        var comparison = (await AskAsync(assistant, "compare_definitions", new() { ["term"] = "reply", ["a"] = "An answer within 4 hours.", ["b"] = "An answer within 2 days." })).GetProperty("comparison");

        Assert.Equal("PARAMETER", comparison.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Checks_a_document()
    {
        var findings = (await AskAsync(assistant, "check_document", new()
        {
            ["text"] = "Each incident report is kept.\n", ["author"] = "acme", ["readers"] = new[] { "umbra" },
        })).GetProperty("findings");

        Assert.Equal(("CL001", 6), (findings[0].GetProperty("rule").GetString(), findings[0].GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Lists_conflicts()
    {
        var conflicts = (await AskAsync(assistant, "list_conflicts", new() { ["partnership"] = "p" })).GetProperty("conflicts");

        Assert.Equal("incident report", Assert.Single(conflicts.EnumerateArray()).GetProperty("term").GetString());
    }

    [Fact]
    public async Task Is_told_why_a_question_is_refused()
    {
        var refused = await assistant.CallToolAsync("list_conflicts", new Dictionary<string, object?> { ["organisations"] = new[] { "nobody" } });

        Assert.True(refused.IsError);
        Assert.Contains("There is no organisation 'nobody'", Assert.IsType<TextContentBlock>(Assert.Single(refused.Content)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look_up", "{}", "needs the argument 'term': The word or phrase.")]
    [InlineData("look_up", """{"term":null}""", "needs the argument 'term'")]
    [InlineData("look_up", """{"term":"a","organisation":["acme"]}""", "no argument 'organisation'; did you mean 'organisations'?")]
    [InlineData("look_up", """{"term":"a","colour":"red"}""", "no argument 'colour'; it has term, ")]
    [InlineData("look_up", """{"term":"a","organisations":"acme"}""", "'organisations' of look_up is a text; give a list.")]
    [InlineData("look_up", """{"term":7}""", "'term' of look_up is a whole number; give a text.")]
    [InlineData("compare_definitions", """{"term":"a","a":"b"}""", "needs the argument 'b'")]
    [InlineData("check_document", """{"text":"a","author":"acme"}""", "needs the argument 'readers'")]
    [InlineData("list_conflicts", """{"limit":"many"}""", "'limit' of list_conflicts is a text; give a whole number.")]
    [InlineData("list_conflicts", """{"page":"second"}""", "'page' is none that an answer has named")]
    public async Task Is_told_what_is_wrong_with_an_argument(string tool, string arguments, string sentence)
    {
        var refused = await assistant.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.True(refused.IsError);
        Assert.Contains(sentence, Assert.IsType<TextContentBlock>(Assert.Single(refused.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_have_at_most_8000_bytes_and_their_pages_hold_everything_once()
    {
        var filling = string.Join(' ', Enumerable.Repeat("which is sent to the board of the supplier", 20));
        foreach (var (organisation, time) in ((string, string)[])[("alfa", "4 hours"), ("bravo", "2 days"), ("charlie", "3 weeks")])
        {
            await ImportAsync(organisation, "term,definition\n" + string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"notice {(char)('a' + (i % 26))}{i},\"A message within {time} {filling}.\"\n")))
                + $"long word,\"A message within {time} {string.Concat(Enumerable.Repeat("ö", 19_000))}\"\n");
        }

        await server.JudgedAsync();
        foreach (var (tool, list, arguments) in ((string, string, Dictionary<string, object?>)[])
        [
            ("list_conflicts", "conflicts", new() { ["limit"] = 20 }),
            ("look_up", "meanings", new() { ["term"] = "long word" }),
            ("check_document", "findings", new() { ["text"] = string.Join(' ', Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"A notice {(char)('a' + (i % 26))}{i} came."))), ["author"] = "alfa", ["readers"] = new[] { "bravo" } }),
        ])
        {
            List<string> names = [];
            var pages = 0;
            for (JsonElement? next = default(JsonElement); next is not null; pages++)
            {
                var answer = await assistant.CallToolAsync(tool, arguments);
                var text = Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
                Assert.True(answer.IsError is not true, text);
                Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 2, 8_000);
                var root = JsonDocument.Parse(text).RootElement;
                names.AddRange(root.GetProperty(list).EnumerateArray().Select(item => (item.TryGetProperty("name", out var name) ? name : item.TryGetProperty("entry", out var entry) ? entry : item.GetProperty("term")).GetString()!));
                next = root.TryGetProperty("nextPage", out var page) ? page : null;
                arguments["page"] = next?.GetString();
            }

            // Long definitions are cut before they wait for a page of their own.
            Assert.True(pages > 1 || tool == "look_up", $"{tool} answered in one page.");
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
            Assert.Equal(tool switch { "list_conflicts" => 32, "look_up" => 3, _ => names.Count }, names.Count);
        }
    }

    [Fact]
    public async Task A_page_of_a_browser_is_not_let_in()
    {
        using var browser = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.WebAddress, "/mcp")) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "https://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Where_callers_sign_in_it_needs_a_key_and_sees_what_its_owner_sees()
    {
        await using var signedIn = await SignedInServer.StartAsync();
        await signedIn.FillAsync();
        using var stranger = new HttpClient();
        using var asked = await stranger.PostAsync(new Uri(signedIn.Server.WebAddress, "/mcp"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (asked.StatusCode, asked.Headers.WwwAuthenticate.ToString()));

        var key = await signedIn.KeyAsync("ann", CommonLanguage.Glossary.Scopes.Read, ("alfa", CommonLanguage.Glossary.Role.Reader));
        await using var ann = await ConnectAsync(signedIn.Server, key);
        var conflicts = (await AskAsync(ann, "list_conflicts", [])).GetProperty("conflicts");
        Assert.All(conflicts.EnumerateArray(), conflict => Assert.StartsWith("partnerships/papa/", conflict.GetProperty("name").GetString()!, StringComparison.Ordinal));
        Assert.NotEqual(0, conflicts.GetArrayLength());
        Assert.True((await ann.CallToolAsync("list_conflicts", new Dictionary<string, object?> { ["partnership"] = "quebec" })).IsError);
    }
}
