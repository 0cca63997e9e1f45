using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>What a method does not have is refused by name, with the name that was probably meant.</summary>
public sealed class MisspeltTests(MisspeltTests.Served served) : IClassFixture<MisspeltTests.Served>
{
    public sealed class Served : IAsyncLifetime
    {
        public TestServer Server { get; private set; } = null!;

        public HttpClient Http { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Server = await TestServer.StartAsync();
            Http = new HttpClient { BaseAddress = Server.WebAddress };
        }

        public async Task DisposeAsync()
        {
            Http.Dispose();
            await Server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("v1/terms:lookUp?term=a&organisation=organisations/acme", "organisation", "organisations")]
    [InlineData("v1/terms:lookUp?term=a&Partnership=x", "Partnership", "partnership")]
    [InlineData("v1/terms:lookUp?trem=a", "trem", "term")]
    [InlineData("v1/terms:lookUp?term=a&minRevison=1", "minRevison", "minRevision")]
    [InlineData("v1/terms:lookUp?term=a&colour=red", "colour", null)]
    [InlineData("v1/organisations?pagesize=3", "pagesize", "pageSize")]
    [InlineData("v1/organisations/acme?name=organisations/globex", "name", null)]
    [InlineData("v1/terms:lookUp?term.text=a", "term.text", null)]
    public async Task A_parameter_that_the_method_does_not_have_is_refused(string path, string parameter, string? meant) =>
        AssertUnknown(await served.Http.GetAsync(path), await Read(path), parameter, meant);

    [Theory]
    [InlineData("v1/terms:batchLookUp", """{"words":[]}""", "words", null)]
    [InlineData("v1/terms:batchLookUp", """{"terms":["a"],"organisation":["organisations/acme"]}""", "organisation", "organisations")]
    [InlineData("v1/organisations?organisationId=acme", """{"displayname":"Acme"}""", "displayname", "displayName")]
    [InlineData("v1/organisations/acme/entries?entryId=a", """{"terms":[{"txt":"a"}],"definition":"b"}""", "terms[0].txt", "text")]
    [InlineData("v1/definitions:compare", """{"term":"a","a":"b","b":"c","lang":"en"}""", "lang", "language")]
    public async Task A_field_that_the_message_does_not_have_is_refused(string path, string body, string field, string? meant)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await served.Http.PostAsync(path, content);
        AssertUnknown(answer, await answer.Content.ReadFromJsonAsync<JsonElement>(), field, meant);
    }

    [Fact]
    public async Task A_parameter_beside_a_body_that_holds_everything_is_refused()
    {
        using var content = new StringContent("""{"terms":["a"]}""", Encoding.UTF8, "application/json");
        var answer = await served.Http.PostAsync("v1/terms:batchLookUp?organisations=organisations/acme", content);
        AssertUnknown(answer, await answer.Content.ReadFromJsonAsync<JsonElement>(), "organisations", null);
    }

    [Fact]
    public async Task Names_as_the_contract_writes_them_are_read_as_those_of_JSON_are()
    {
        using var content = new StringContent("""{"display_name":"Initech"}""", Encoding.UTF8, "application/json");
        var answer = await served.Http.PostAsync("v1/organisations?organisation_id=initech", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Contains("\"Initech\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "v1/nothing", HttpStatusCode.NotFound, "PATH_UNKNOWN")]
    [InlineData("GET", "v1", HttpStatusCode.NotFound, "PATH_UNKNOWN")]
    [InlineData("DELETE", "v1/terms:lookUp", HttpStatusCode.NotFound, "PATH_UNKNOWN")]
    [InlineData("GET", "v1/organisations?pageSize=many", HttpStatusCode.BadRequest, "MESSAGE_UNREADABLE")]
    public async Task What_no_service_answers_is_refused_with_a_reason(string method, string path, HttpStatusCode status, string reason)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await AssertRefusedAsync(await served.Http.SendAsync(request), status, reason);
    }

    [Theory]
    [InlineData("{\"terms\":[", "application/json")]
    [InlineData("{\"terms\":7}", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("terms=a", "text/plain")]
    public async Task A_body_that_cannot_be_read_is_refused_with_a_reason(string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        await AssertRefusedAsync(await served.Http.PostAsync("v1/terms:batchLookUp", content), HttpStatusCode.BadRequest, "MESSAGE_UNREADABLE");
    }

    [Fact]
    public async Task A_term_that_is_none_is_named_by_its_place_in_the_batch()
    {
        var client = new LookupService.LookupServiceClient(served.Server.Channel);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await client.BatchLookUpTermsAsync(new() { Terms = { "a", "b", "" } }));
        Assert.Equal("terms[2]", refusal.GetRpcStatus()?.GetDetail<Google.Rpc.BadRequest>()?.FieldViolations.Single().Field);
        Assert.StartsWith("Term 3 of 3", refusal.Status.Detail, StringComparison.Ordinal);
    }

    async Task<JsonElement> Read(string path)
    {
        using var answer = await served.Http.GetAsync(path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task AssertRefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string reason)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, body);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var error = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.EndsWith(".", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(reason, error.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    static void AssertUnknown(HttpResponseMessage answer, JsonElement error, string field, string? meant)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var info = error.GetProperty("details")[0];
        Assert.Equal("FIELD_UNKNOWN", info.GetProperty("reason").GetString());
        Assert.Equal(field, info.GetProperty("metadata").GetProperty("field").GetString());
        Assert.Contains($"'{field}'", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(meant, info.GetProperty("metadata").TryGetProperty("hint", out var hint) ? hint.GetString() : null);
    }
}
