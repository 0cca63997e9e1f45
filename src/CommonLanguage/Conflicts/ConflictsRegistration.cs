using CommonLanguage.Analysis.Meaning.Aligning;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommonLanguage.Conflicts;

/// <summary>Registers what finds conflicts.</summary>
static class ConflictsRegistration
{
    /// <summary>
    /// Adds the detector and what it compares by. An embedding generator that is registered takes the place of the built-in word vectors;
    /// a second stage that is registered judges beside the first.
    /// </summary>
    public static IServiceCollection AddConflicts(this IServiceCollection services) => services
        .AddSingleton(known => new VectorSource(
            known.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
            known.GetService<EmbeddingOptions>() ?? new(),
            known.GetService<TimeProvider>() ?? TimeProvider.System,
            known.GetService<ILogger<VectorSource>>() ?? NullLogger<VectorSource>.Instance,
            known.GetService<SecondStage>()))
        .AddSingleton<WaitingWords>()
        .AddSingleton<ConflictDetector>()
        .AddSingleton<SynonymFinder>();
}
