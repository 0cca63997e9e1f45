using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Lookup;

/// <summary>Registers look-up: the read tables, what follows the change log, and the answers.</summary>
public static class LookupRegistration
{
    /// <summary>Adds look-up over the store.</summary>
    public static IServiceCollection AddLookup(this IServiceCollection services) => services
        .AddSingleton<LiveTables>()
        .AddSingleton<Follower>()
        .AddSingleton<StoredLookup>()
        .AddSingleton<UseCounts>()
        .AddSingleton<TermLookup>();
}
