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

        if (configuration["urls"] is { Length: > 0 } urls && !urls.Split(';').All(IsLoopback))
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown,
                $"'urls' is {Shown.Quoted(urls)}, open to other machines, but no sign-in is configured; listen on localhost, or configure sign-in first (docs/configuration.md).",
                "urls");
        }
    }

    static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
