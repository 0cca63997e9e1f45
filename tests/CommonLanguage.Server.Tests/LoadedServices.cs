using CommonLanguage.Lookup;
using CommonLanguage.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Server.Tests;

/// <summary>Waits for what a server does after it has begun to listen.</summary>
static class LoadedServices
{
    /// <summary>Until the tables are loaded and the index is open and stands.</summary>
    public static async Task LoadedAsync(this IServiceProvider services)
    {
        var tables = services.GetRequiredService<LiveTables>();
        await tables.Loaded;
        await services.GetRequiredService<SearchHost>().ReachAsync(tables.Current.Sequence, CancellationToken.None);
    }
}
