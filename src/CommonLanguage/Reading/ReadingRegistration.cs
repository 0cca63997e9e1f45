using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Reading;

/// <summary>Registers what people and programs read: what each may see, decided in one place.</summary>
public static class ReadingRegistration
{
    /// <summary>Adds reading over the store and the read tables.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) => services.AddSingleton<ChangeReader>();
}
