using CommonLanguage.Analysis.Meaning;
using System.Text.Json.Nodes;
using CommonLanguage.Glossary;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>An embedding model behind an address takes part in the comparison; without a usable answer nothing changes.</summary>
public sealed class EmbeddingTests : IAsyncLifetime
{
    static readonly CompareDefinitionsRequest Request = new()
    {
        Term = "incident",
        A = "An event that must be resolved within 4 hours of its report.",
        B = "An event that must be resolved within 2 business days of its report.",
        Language = "en",
    };

    WebApplication model = null!;
    string question = "";
    string authorization = "";
    string answer = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        model = builder.Build();
        _ = model.MapPost("/v1/embeddings", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            question = await reader.ReadToEndAsync();
            authorization = http.Request.Headers.Authorization.ToString();
            return Results.Text(answer, "application/json");
        });
        await model.StartAsync();
    }

    public async Task DisposeAsync() => await model.DisposeAsync();

    [Fact]
    public async Task The_model_is_asked_as_OpenAI_is_and_named_in_the_version()
    {
        answer = """{"object":"list","data":[{"index":1,"embedding":[-1,0.5]},{"index":0,"embedding":[1,0.5]}],"model":"small"}""";
        await using var server = await StartAsync();
        var comparison = await CompareAsync(server);
        Assert.Equal(MeaningComparer.Version + "+small+encoder", comparison.ComparerVersion);
        var asked = JsonNode.Parse(question)!;
        Assert.Equal(("small", Request.A, Request.B, "Bearer secret"), ((string?)asked["model"], (string?)asked["input"]![0], (string?)asked["input"]![1], authorization));
    }

    [Theory]
    [InlineData("""{"error":"overloaded"}""")]
    [InlineData("""{"data":[{"index":0,"embedding":null},{"index":1,"embedding":[1]}]}""")]
    [InlineData("no JSON")]
    public async Task An_answer_that_is_none_gives_what_a_server_without_a_model_gives(string given)
    {
        answer = given;
        await using var server = await StartAsync();
        await using var without = await TestServer.StartAsync();
        Assert.Equal(await CompareAsync(without), await CompareAsync(server));
    }

    [Theory]
    [InlineData("--Meaning:Embeddings:Address=http://models.example/v1/embeddings")]
    [InlineData("--Meaning:Embeddings:Address=https://models.example/v1/embeddings")]
    [InlineData("--Meaning:Embeddings:Timeout=01:00:00")]
    [InlineData("--Meaning:Embeddings:Cached=-1")]
    public void A_setting_that_is_wrong_or_lacks_the_model_is_refused(string setting) =>
        Assert.Contains("Meaning:Embeddings:", Assert.Throws<RefusalException>(() => ServerApplication.Build([setting])).Message, StringComparison.Ordinal);

    Task<TestServer> StartAsync() => TestServer.StartAsync(
        null,
        $"--Meaning:Embeddings:Address={model.Urls.First()}/v1/embeddings",
        "--Meaning:Embeddings:Model=small",
        "--Meaning:Embeddings:Key=secret",
        "--Meaning:Embeddings:Timeout=00:00:30");

    static async Task<V1.Comparison> CompareAsync(TestServer server) =>
        (await new ConflictService.ConflictServiceClient(server.Channel).CompareDefinitionsAsync(Request)).Comparison;
}
