using CommonLanguage.Conflicts;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Editing;

/// <summary>Registers the one write path.</summary>
public static class EditingRegistration
{
    /// <summary>Adds the writer's queue, what finds the conflicts of each write, and the editors and the keeper of uses that feed it.</summary>
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddConflicts()
        .AddSingleton<ConflictSweep>()
        .AddSingleton<WriteQueue>()
        .AddSingleton<UseKeeper>()
        .AddSingleton<Editor>()
        .AddSingleton<PartnerEditor>();
}
