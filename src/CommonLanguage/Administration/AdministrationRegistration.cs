using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Administration;

/// <summary>Registers who may do what.</summary>
public static class AdministrationRegistration
{
    /// <summary>Adds affiliations, API keys, and what follows from them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="onlyKeys">Whether people sign in with API keys only.</param>
    public static IServiceCollection AddAdministration(this IServiceCollection services, bool onlyKeys) => services
        .AddSingleton(provider => new SetupToken(onlyKeys, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Access>()
        .AddSingleton<AccessEditor>();
}
