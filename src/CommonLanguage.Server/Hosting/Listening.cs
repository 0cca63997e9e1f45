using System.Net;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Hosting;

/// <summary>Where the server may listen: without sign-in, on this machine only.</summary>
static class Listening
{
    /// <summary>Refuses addresses beyond this machine while nobody has to sign in.</summary>
    /// <exception cref="RefusalException">An endpoint is open to others.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            var url = endpoint["Url"] ?? "";
            if (IsLoopback(url))
                continue;
            throw new RefusalException(
                ErrorReason.ValueUnknown,
                $"{endpoint.Path}:Url is {Shown.Quoted(url)}, open to other machines, but no sign-in is configured; listen on localhost, or configure sign-in first (docs/configuration.md).",
                $"{endpoint.Path}:Url");
        }

        if (configuration["urls"] is { Length: > 0 } urls && !urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsLoopback))
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown,
                $"'urls' is {Shown.Quoted(urls)}, open to other machines, but no sign-in is configured; listen on localhost, or configure sign-in first (docs/configuration.md).",
                "urls");
        }
    }

    /// <summary>Whether nobody but this machine is listened to.</summary>
    public static bool IsOnThisMachineOnly(IConfiguration configuration) => Urls(configuration).All(IsLoopback);

    /// <summary>Whether an address is without TLS.</summary>
    public static bool HasClearText(IConfiguration configuration) =>
        Urls(configuration).Any(url => url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) && !IsLoopback(url));

    static IEnumerable<string> Urls(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "")
            .Concat((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));

    static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
