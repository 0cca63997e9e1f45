using CommonLanguage.Glossary;
using CommonLanguage.Notification;
using CommonLanguage.Server.SignIn;
using CommonLanguage.Storage;
using Microsoft.Extensions.Logging.Console;

namespace CommonLanguage.Server.Hosting;

/// <summary>Where settings come from, and what holds when nothing is said. docs/configuration.md lists the keys.</summary>
static class Settings
{
    const string Prefix = "COMMONLANGUAGE_";

    static readonly Dictionary<string, string?> Defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DataDirectory"] = "data",
        ["Kestrel:Endpoints:Web:Url"] = "http://localhost:5080",
        ["Kestrel:Endpoints:Grpc:Url"] = "http://localhost:5081",
        ["Kestrel:Endpoints:Grpc:Protocols"] = "Http2",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        // Says that the key of cookies and forms lies unencrypted: it is drawn from the database, which is worth more.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:Grpc"] = "Critical",
        // Says of LookupBytes that it has no descriptor: LookupApi has it.
        ["Logging:LogLevel:Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal.Binding"] = "Error",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
    };

    /// <summary>Later sources win: defaults, appsettings.json, environment, command line.</summary>
    /// <returns>How people sign in.</returns>
    /// <exception cref="RefusalException">A value is not valid, or the server would be open to others without sign-in.</exception>
    public static SignInOptions AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = Defaults });
        var commandLine = builder.Configuration.Sources.OfType<Microsoft.Extensions.Configuration.CommandLine.CommandLineConfigurationSource>().LastOrDefault();
        _ = builder.Configuration.AddEnvironmentVariables(Prefix);
        if (commandLine is not null)
            builder.Configuration.Sources.Add(commandLine);
        if (builder.Configuration["Kestrel:Endpoints:Web:Url"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == false)
            builder.Configuration["Kestrel:Endpoints:Web:Protocols"] ??= "Http1";
        _ = builder.Logging.AddConsoleFormatter<ConsoleLines, ConsoleFormatterOptions>().AddConsole(console => console.FormatterName = ConsoleLines.Key);
        _ = builder.WebHost.UseKestrelHttpsConfiguration();
        _ = builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 100;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 256;
            // Streams of imports may be as long as they are: each message has its own limit.
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _ = builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        var signIn = SignInOptions.Read(builder.Configuration);
        if (!signIn.IsOn)
        {
            Listening.Check(builder.Configuration);
            // A page from elsewhere, open in a browser on this machine, may not give a name of its own to this machine and ask.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }

        return signIn;
    }

    /// <summary>The notification settings, checked.</summary>
    /// <exception cref="RefusalException">A network is none.</exception>
    public static NotificationOptions ReadNotificationOptions(this IConfiguration configuration) => new(
    [
        .. configuration.GetSection("Notification:AllowedNetworks").GetChildren().Select(network => System.Net.IPNetwork.TryParse(network.Value, out var known)
            ? known
            : throw new RefusalException(ErrorReason.ValueUnknown, $"{network.Path} is {Shown.Quoted(network.Value ?? "")}; write a network like 10.1.0.0/16.", network.Path)),
    ]);

    /// <summary>The storage settings, checked.</summary>
    /// <exception cref="RefusalException">A value is not known.</exception>
    public static StorageOptions ReadStorageOptions(this IConfiguration configuration)
    {
        var provider = configuration["Storage:Provider"] ?? nameof(StorageProvider.Sqlite);
        if (!Enum.TryParse<StorageProvider>(provider, ignoreCase: true, out var known) || !Enum.IsDefined(known) || char.IsAsciiDigit(provider[0]))
            throw new RefusalException(ErrorReason.ValueUnknown, $"Storage:Provider is {Shown.Quoted(provider)}; use Sqlite or PostgreSql.", "Storage:Provider");
        return new()
        {
            Provider = known,
            ConnectionString = configuration["Storage:ConnectionString"] ?? "",
            DataDirectory = configuration["DataDirectory"] is { Length: > 0 } directory ? directory : "data",
        };
    }
}
