using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Reconciliation;

/// <summary>Registers what settles conflicts.</summary>
public static class ReconciliationRegistration
{
    /// <summary>Adds the reconciler and its reader.</summary>
    public static IServiceCollection AddReconciliation(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<ReconciliationReader>();
}
