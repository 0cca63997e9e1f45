using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Interchange;

/// <summary>Registers import, export and snapshots.</summary>
public static class InterchangeRegistration
{
    /// <summary>Adds the importer, the exporter and the snapshots.</summary>
    public static IServiceCollection AddInterchange(this IServiceCollection services) => services
        .AddSingleton<GlossaryImporter>()
        .AddSingleton<GlossaryExporter>()
        .AddSingleton<MappingExporter>()
        .AddSingleton<PartnershipSnapshots>();
}
