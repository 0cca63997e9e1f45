namespace CommonLanguage.Conflicts;

/// <summary>How an embedding generator is asked, where one takes the place of the built-in word vectors.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>How long one batch of definitions may take before the built-in vectors are used instead.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many definitions' vectors are kept at most.</summary>
    public int Cached { get; init; } = 10_000;
}
