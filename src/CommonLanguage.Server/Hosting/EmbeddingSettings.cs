using System.Globalization;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using Microsoft.Extensions.AI;

namespace CommonLanguage.Server.Hosting;

/// <summary>The settings of an embedding generator, checked. None is used unless one is given or an address is set.</summary>
static class EmbeddingSettings
{
    const string Section = "Meaning:Embeddings";

    static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Adds the generator that is given, else the one that the settings name, if any.</summary>
    /// <exception cref="RefusalException">A value is not valid.</exception>
    public static IServiceCollection AddEmbeddings(
        this IServiceCollection services, IConfiguration configuration, IEmbeddingGenerator<string, Embedding<float>>? given)
    {
        var defaults = new EmbeddingOptions();
        var timeout = Read("Timeout", defaults.Timeout, text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero && value <= LongestTimeout ? value : null, "a time of at most a minute, such as 00:00:02");
        var cached = Read("Cached", defaults.Cached, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 100 and <= 1_000_000 ? value : null, "a number from 100 to 1000000");
        _ = services.AddSingleton(new EmbeddingOptions { Timeout = timeout, Cached = cached });
        if (given is not null)
            return services.AddSingleton(given);
        if (configuration[$"{Section}:Address"] is not { Length: > 0 } written)
            return services;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw Invalid("Address", written, "an https address, or an http address of this machine");
        var model = configuration[$"{Section}:Model"] is { Length: > 0 and <= 100 } named ? named : throw Invalid("Model", configuration[$"{Section}:Model"] ?? "", "the model's name, of at most 100 characters");
        return services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => new EmbeddingEndpoint(address, model, configuration[$"{Section}:Key"] ?? ""));

        T Read<T>(string key, T otherwise, Func<string, T?> parse, string wanted)
            where T : struct =>
            configuration[$"{Section}:{key}"] is not { Length: > 0 } text ? otherwise : parse(text) ?? throw Invalid(key, text, wanted);
    }

    static RefusalException Invalid(string key, string value, string wanted) =>
        new(ErrorReason.ValueUnknown, $"{Section}:{key} is {Shown.Quoted(value)}; write {wanted}.", $"{Section}:{key}");
}
