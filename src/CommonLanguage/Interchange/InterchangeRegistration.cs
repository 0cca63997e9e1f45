using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Interchange;

/// <summary>Registers import and export.</summary>
public static class InterchangeRegistration
{
    /// <summary>Adds the importer and the exporter.</summary>
    public static IServiceCollection AddInterchange(this IServiceCollection services) => services
        .AddSingleton<GlossaryImporter>()
        .AddSingleton<GlossaryExporter>();
}
