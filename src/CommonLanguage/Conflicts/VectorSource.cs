using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommonLanguage.Conflicts;

/// <summary>
/// By what definitions are compared: the vectors of an embedding generator where the installation has one, else the built-in word
/// vectors; and by the second stage where its files are there.
/// A generator that fails, is late or answers something that is no vector is left alone for a minute, and the built-in vectors are
/// used. Thread-safe.
/// </summary>
public sealed partial class VectorSource
{
    const int BatchSize = 64;

    // Models refuse long texts, and one refusal would cost everybody the generator for a minute.
    const int MostCharacters = 2_000;

    static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // So many definitions are encoded while the writer waits; more are judged by the first stage alone until the second has read them.
    const int EncodedInPlace = 8;

    readonly IEmbeddingGenerator<string, Embedding<float>>? generator;
    readonly SecondStage? second;
    readonly string firstVersion;
    readonly EmbeddingOptions options;
    readonly TimeProvider time;
    readonly ILogger<VectorSource> log;
    readonly TextCache<OutsideVector> cache;
    readonly Lock gate = new();
    long failedAt;
    int dimension;
    volatile string? failure;

    /// <param name="generator">What makes the vectors; null = the built-in word vectors.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">Measures the rest after a failure.</param>
    /// <param name="log">Told once of each outage.</param>
    /// <param name="second">The second stage; null = the first stage alone.</param>
    public VectorSource(
        IEmbeddingGenerator<string, Embedding<float>>? generator, EmbeddingOptions options, TimeProvider time, ILogger<VectorSource> log,
        SecondStage? second = null)
    {
        (this.generator, this.options, this.time, this.log, this.second) = (generator, options, time, log, second);
        cache = new(options.Cached);
        firstVersion = generator is null ? MeaningComparer.Version : $"{MeaningComparer.Version}+{NameOf(generator)}";
    }

    /// <summary>The built-in word vectors.</summary>
    public static VectorSource BuiltIn { get; } = new(null, new(), TimeProvider.System, NullLogger<VectorSource>.Instance);

    /// <summary>The version of comparisons by all that there is: while the generator answers, and by both stages.</summary>
    public string Version => DefinitionVectors.VersionOf(firstVersion, second);

    /// <summary>Whether definitions are compared by the first stage and the built-in word vectors alone.</summary>
    internal bool IsFirstStage => generator is null && second is null;

    /// <summary>Why the generator is not used at present; null while it is, or when there is none.</summary>
    public string? Failure => failure;

    /// <summary>
    /// The vectors of all the definitions, or the built-in ones where the generator does not give them all; and the second stage where
    /// there is one.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    public async Task<DefinitionVectors> OfAsync(IEnumerable<string> definitions, CancellationToken cancellation) =>
        (await FirstAsync(definitions, cancellation)).With(second);

    /// <summary>
    /// As <see cref="OfAsync"/>, for the writer's thread, which has to wait: no longer than the timeout a batch, and for the encoder only
    /// where few definitions are new to it.
    /// </summary>
    internal DefinitionVectors Of(IEnumerable<string> definitions)
    {
        string[] wanted = [.. definitions.Distinct(StringComparer.Ordinal)];
        var first = generator is null ? DefinitionVectors.BuiltIn : Task.Run(() => FirstAsync(wanted, CancellationToken.None)).GetAwaiter().GetResult();
        return second is null || wanted.Count(definition => !second.Has(definition)) > EncodedInPlace ? first : first.With(second);
    }

    async Task<DefinitionVectors> FirstAsync(IEnumerable<string> definitions, CancellationToken cancellation)
    {
        if (generator is null)
            return DefinitionVectors.BuiltIn;
        var vectors = new Dictionary<string, OutsideVector>(StringComparer.Ordinal);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (vectors.ContainsKey(definition) || string.IsNullOrWhiteSpace(definition))
                continue;
            if (cache.Find(definition) is { } vector)
                vectors[definition] = vector;
            else
                _ = missing.Add(definition);
        }

        if (missing.Count > 0 && IsResting)
            return DefinitionVectors.BuiltIn;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            if (await AskAsync(generator, batch, cancellation) is not { } answer)
                return DefinitionVectors.BuiltIn;
            for (var i = 0; i < batch.Length; i++)
            {
                cache.Put(batch[i], answer[i]);
                vectors[batch[i]] = answer[i];
            }
        }

        return new(firstVersion, vectors);
    }

    bool IsResting
    {
        get
        {
            lock (gate)
                return failure is not null && time.GetElapsedTime(failedAt) < Rest;
        }
    }

    async Task<OutsideVector[]?> AskAsync(IEmbeddingGenerator<string, Embedding<float>> asked, string[] batch, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            string[] texts = [.. batch.Select(Beginning)];
            // A generator need not heed its token, nor give its thread back while it works.
            var answer = await Task.Run(() => asked.GenerateAsync(texts, cancellationToken: late.Token), cancellation).WaitAsync(options.Timeout, time, cancellation);
            return Checked(answer, batch.Length);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            // Whatever a generator of others throws, the comparison goes on without it.
            Fail(fault is TimeoutException ? FormattableString.Invariant($"no answer within {options.Timeout.TotalSeconds} s") : fault.Message);
            return null;
        }
        finally
        {
            await late.CancelAsync();
        }
    }

    OutsideVector[]? Checked(GeneratedEmbeddings<Embedding<float>> answer, int count)
    {
        if (answer.Count != count)
        {
            Fail(FormattableString.Invariant($"{answer.Count} vectors for {count} definitions"));
            return null;
        }

        var vectors = new OutsideVector[count];
        for (var i = 0; i < count; i++)
        {
            if (OutsideVector.Of(answer[i].Vector.Span) is not { } vector)
            {
                Fail("a vector of no direction: empty, of zeros, or with a number that is not finite");
                return null;
            }

            vectors[i] = vector;
        }

        lock (gate)
        {
            var expected = dimension > 0 ? dimension : vectors[0].Dimension;
            if (Array.Find(vectors, vector => vector.Dimension != expected) is not { } other)
            {
                dimension = expected;
                if (failure is not null)
                    LogAnswers();
                failure = null;
                return vectors;
            }

            Fail(FormattableString.Invariant($"a vector of {other.Dimension} numbers where others have {expected}"));
            return null;
        }
    }

    void Fail(string reason)
    {
        lock (gate)
        {
            if (failure is null)
                LogFails(reason);
            (failure, failedAt) = (reason, time.GetTimestamp());
        }
    }

    static string Beginning(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];

    static string NameOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata known && (known.DefaultModelId ?? known.ProviderName) is { Length: > 0 } name
            ? name
            : generator.GetType().Name;

    [LoggerMessage(LogLevel.Warning, "The embedding generator fails, meanings are compared by the built-in word vectors until it answers: {Reason}")]
    partial void LogFails(string reason);

    [LoggerMessage(LogLevel.Information, "The embedding generator answers again.")]
    partial void LogAnswers();
}
