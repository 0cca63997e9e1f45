using CommonLanguage.Conflicts;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Editing;

/// <summary>Registers the one write path.</summary>
public static class EditingRegistration
{
    /// <summary>Adds the writer's queue and the editors that feed it.</summary>
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton<ConflictDetector>()
        .AddSingleton<SynonymFinder>()
        .AddSingleton<ConflictSweep>()
        .AddSingleton<WriteQueue>()
        .AddSingleton<Editor>()
        .AddSingleton<PartnerEditor>();
}
