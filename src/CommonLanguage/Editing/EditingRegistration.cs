using CommonLanguage.Conflicts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommonLanguage.Editing;

/// <summary>Registers the one write path.</summary>
public static class EditingRegistration
{
    /// <summary>
    /// Adds the writer's queue, and the editors and the keeper of uses that feed it. An embedding generator that is registered takes the
    /// place of the built-in word vectors.
    /// </summary>
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton(known => new VectorSource(
            known.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
            known.GetService<EmbeddingOptions>() ?? new(),
            known.GetService<TimeProvider>() ?? TimeProvider.System,
            known.GetService<ILogger<VectorSource>>() ?? NullLogger<VectorSource>.Instance))
        .AddSingleton<ConflictDetector>()
        .AddSingleton<SynonymFinder>()
        .AddSingleton<ConflictSweep>()
        .AddSingleton<WriteQueue>()
        .AddSingleton<UseKeeper>()
        .AddSingleton<Editor>()
        .AddSingleton<PartnerEditor>();
}
