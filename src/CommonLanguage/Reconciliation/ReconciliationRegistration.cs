using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Reconciliation;

/// <summary>Registers what settles conflicts.</summary>
public static class ReconciliationRegistration
{
    /// <summary>Adds the reconciler, its reader and the queue of each person.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconciliationReader>()
        .AddSingleton<MyQueue>();
}
