using CommonLanguage.Encoder;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Hosting;

/// <summary>The second stage of the comparison, as the settings want it. It is used where its files stand beside the server.</summary>
static class SecondStageSettings
{
    const string Setting = "Meaning:SecondStage";

    /// <summary>Adds the second stage, unless the settings switch it off or a file of it is missing; a missing file is said once.</summary>
    /// <exception cref="RefusalException">The value is neither true nor false.</exception>
    public static IServiceCollection AddSecondStage(this IServiceCollection services, IConfiguration configuration)
    {
        var written = configuration[Setting];
        if (!bool.TryParse(written ?? "true", out var isWanted))
            throw new RefusalException(ErrorReason.ValueUnknown, $"{Setting} is {Shown.Quoted(written!)}; write true or false.", Setting);
        if (!isWanted)
            return services;
        if (ShippedStage.Missing is not { } missing)
            return services.AddSingleton(_ => ShippedStage.Open());
        Console.Error.WriteLine($"Meanings are compared by the first stage alone: the file {missing} is missing. Install the server again for both stages.");
        return services;
    }
}
