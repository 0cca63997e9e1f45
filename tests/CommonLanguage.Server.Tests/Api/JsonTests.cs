using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommonLanguage.Testing;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>The same service as JSON over HTTP/1.1, and what stands beside it.</summary>
public sealed class JsonTests : IAsyncLifetime, IDisposable
{
    TestServer server = null!;
    HttpClient http = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        http = new HttpClient { BaseAddress = server.WebAddress };
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task An_entry_is_created_read_looked_up_and_archived_as_JSON()
    {
        await PostAsync("v1/organisations?organisationId=acme", new { displayName = "Acme" });
        var created = await PostAsync("v1/organisations/acme/entries?entryId=incident", new { terms = new[] { new { text = "incident" } }, definition = "An unplanned interruption." });
        Assert.Equal("organisations/acme/entries/incident", created.GetProperty("entry").GetProperty("name").GetString());

        var found = await http.GetFromJsonAsync<JsonElement>("v1/terms:lookUp?term=Incidents");
        Assert.Equal("An unplanned interruption.", found.GetProperty("meanings")[0].GetProperty("definition").GetString());

        var etag = created.GetProperty("entry").GetProperty("etag").GetString();
        _ = await PostAsync("v1/organisations/acme/entries/incident:archive", new { etag });
        found = await http.GetFromJsonAsync<JsonElement>("v1/terms:lookUp?term=Incidents");
        Assert.Equal(0, found.GetProperty("meanings").GetArrayLength());
    }

    [Fact]
    public async Task A_refusal_says_its_reason_and_the_field_at_fault()
    {
        var answer = await http.GetAsync("v1/terms:lookUp?term=");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var details = error.GetProperty("details");
        Assert.Equal("VALUE_MISSING", details[0].GetProperty("reason").GetString());
        Assert.Equal("commonlanguage", details[0].GetProperty("domain").GetString());
        Assert.Equal("term", details[1].GetProperty("fieldViolations")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task The_description_has_a_path_for_every_kind_of_resource()
    {
        var description = await http.GetFromJsonAsync<JsonElement>("openapi/v1.json");
        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains("/v1/partnerships/{partnership}/conflicts/{conflict}", paths);
        Assert.Contains("/v1/organisations/{organisation}/entries/{entry}/revisions", paths);
        Assert.Contains("/v1/terms:lookUp", paths);
        Assert.DoesNotContain(paths, path => path.Contains("{name}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_operation_is_described_with_what_a_client_is_made_from()
    {
        var description = await http.GetFromJsonAsync<JsonElement>("openapi/v1.json");
        var operations = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value))).ToList();

        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.DoesNotContain(operation.Value.GetProperty("operationId").GetString()!, operation.Value.GetProperty("summary").GetString()!, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("#/components/schemas/Google.Rpc.Status", operation.Value.GetProperty("responses").GetProperty("4XX").ToString(), StringComparison.Ordinal);
            var inPath = System.Text.RegularExpressions.Regex.Matches(operation.Name, @"\{(?<name>\w+)\}", default, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal);
            var named = operation.Value.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>();
            Assert.Equal(inPath, named);
        });
        var ids = operations.Select(operation => operation.Value.GetProperty("operationId").GetString()!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Contains(operations, operation => operation.Name.EndsWith("/deliveries/{delivery}:retry", StringComparison.Ordinal));
        Assert.Equal("/", description.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Equal(2, description.GetProperty("security").GetArrayLength());
        Assert.Equal("bearer", description.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        Assert.All(description.GetProperty("tags").EnumerateArray(), tag => Assert.NotEmpty(tag.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task Health_is_answered_over_HTTP()
    {
        await server.Services.LoadedAsync();
        Assert.Equal("Healthy", await http.GetStringAsync("health"));
    }

    async Task<JsonElement> PostAsync(string path, object body)
    {
        var answer = await http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
