using System.Collections.Immutable;
using System.Net;
using CommonLanguage.Glossary;

namespace CommonLanguage.Notification;

/// <summary>
/// Which addresses a message may be sent to, so that nobody makes this server talk to what only this server can reach (OWASP API7).
/// The address is judged when the connection is made, not the name that led to it. Thread-safe.
/// </summary>
public sealed class AddressRules(NotificationOptions options)
{
    // Special-purpose address registries of IANA (RFC 6890 and later).
    static readonly ImmutableArray<IPNetwork> NotPublic =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 64:ff9b::/96 64:ff9b:1::/48 2001::/23 2001:db8::/32 2002::/16 3fff::/20"
            .Split(' ').Select(network => IPNetwork.Parse(network)),
    ];

    // Everything else of IPv6 is not routed in public.
    static readonly IPNetwork PublicSix = IPNetwork.Parse("2000::/3");

    /// <summary>Checks where a webhook is to be told: https; on this machine http too. The name is looked up when a message is sent.</summary>
    /// <exception cref="RefusalException">Not such an address (ValueUnknown).</exception>
    public Uri Check(string url)
    {
        if (url.Length <= Limits.Source && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && (!IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) || Allows(ip)))
            return address;
        throw new RefusalException(
            ErrorReason.ValueUnknown,
            $"{Shown.Quoted(url)} is no address that messages are sent to; give an https address on the public internet, or have its network allowed (Notification:AllowedNetworks).",
            "url");
    }

    /// <summary>Whether a message may be sent to a machine.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return options.AllowedNetworks.Any(network => network.Contains(plain))
            || (!NotPublic.Any(network => network.Contains(plain)) && (plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork || PublicSix.Contains(plain)));
    }
}
