namespace CommonLanguage.Server.Hosting;

/// <summary>Registers what runs beside the API: loading, following, the sample, health.</summary>
static class GlossaryHostRegistration
{
    public static IServiceCollection AddGlossaryHost(this IServiceCollection services, IConfiguration configuration)
    {
        _ = services.AddSingleton(SampleOptions.Read(configuration));
        _ = services.AddSingleton<SearchHost>();
        _ = services.AddSingleton<SampleLoader>();
        _ = services.AddSingleton<DeskAddress>();
        _ = services.AddHostedService<StartNotice>();
        _ = services.AddHostedService<GlossaryHost>();
        _ = services.AddHostedService<SweepHost>();
        _ = services.AddGrpcHealthChecks().AddCheck<GlossaryHealthCheck>("glossary");
        return services;
    }
}
