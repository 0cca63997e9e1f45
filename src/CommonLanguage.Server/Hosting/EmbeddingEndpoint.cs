using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CommonLanguage.Server.Hosting;

/// <summary>An embedding model behind an address of the form that OpenAI's API has (POST /v1/embeddings) and many servers of models offer. Thread-safe.</summary>
sealed class EmbeddingEndpoint(Uri address, string model, string key) : IEmbeddingGenerator<string, Embedding<float>>
{
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        MaxResponseContentBufferSize = 64 * 1024 * 1024,
    };

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new Question(model, [.. values])) };
        if (key.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request, cancellationToken);
        _ = response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken);
        if (answer is not { Data.IsDefault: false })
            throw new JsonException("The answer has no list 'data' of embeddings.");
        return new(answer.Data.OrderBy(item => item.Index).Select(item => new Embedding<float>(item.Embedding)));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => http.Dispose();

    sealed record Question(string Model, ImmutableArray<string> Input);

    sealed record Answer(ImmutableArray<Item> Data);

    sealed record Item(int Index, float[]? Embedding);
}
