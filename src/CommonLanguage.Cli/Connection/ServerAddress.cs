using System.Net;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Connection;

/// <summary>Where a server is: an http or https address.</summary>
static class ServerAddress
{
    /// <summary>Where a server listens for gRPC when nothing else is said.</summary>
    public const string Default = "http://localhost:5081";

    /// <summary>Reads an address.</summary>
    /// <exception cref="FailureException">Not such an address.</exception>
    public static Uri Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            ? address
            : throw FailureException.WrongUse($"Server '{text}' is no http or https address; write it like {Default}.");

    /// <summary>Whether what is sent there stays on this machine.</summary>
    public static bool IsOnThisMachine(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) && IPAddress.IsLoopback(number));
}
