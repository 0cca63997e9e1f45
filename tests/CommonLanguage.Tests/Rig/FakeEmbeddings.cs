using Microsoft.Extensions.AI;

namespace CommonLanguage.Tests.Rig;

/// <summary>A generator that answers as it is told, and keeps what it was asked.</summary>
sealed class FakeEmbeddings(Func<string, float[]> vector) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Func<string, float[]> Vector { get; set; } = vector;

    public List<string> Asked { get; } = [];

    /// <summary>How many vectors of the answer are held back.</summary>
    public int Missing { get; set; }

    /// <summary>Held until this is done.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    /// <summary>Numbers that tell texts apart and are the same each time.</summary>
    public static float[] OfLetters(string text) => [.. Enumerable.Range(0, 26).Select(letter => 1f + text.Count(c => char.ToLowerInvariant(c) - 'a' == letter))];

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Asked.AddRange(texts);
        await Until;
        return new(texts.Skip(Missing).Select(text => new Embedding<float>(Vector(text))));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(defaultModelId: "fake") : null;

    public void Dispose()
    {
        // Holds nothing.
    }
}
