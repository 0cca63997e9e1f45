using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Storage;

/// <summary>Registers the store.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds the store; it is opened when it is first asked for, and closed with the provider.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        _ = services.AddSingleton(provider =>
            GlossaryStore.OpenAsync(options, provider.GetRequiredService<TimeProvider>(), CancellationToken.None).GetAwaiter().GetResult());
        return services.AddSingleton<StoreReader>().AddSingleton<StoreScrub>();
    }
}
