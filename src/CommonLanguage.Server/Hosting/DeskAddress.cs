using CommonLanguage.Server.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CommonLanguage.Server.Hosting;

/// <summary>Where the server listens, as a person types it.</summary>
sealed class DeskAddress(IServer server, SignInOptions signIn, IConfiguration configuration)
{
    /// <summary>The address of the translators' desk; null where people cannot sign in.</summary>
    public string? Desk => configuration["Kestrel:Endpoints:Web:Url"] is { Length: > 0 } url && (!signIn.IsOn || signIn.OpenId is not null) ? Bound(url) : null;

    /// <summary>The address of an endpoint. Where the port was left to the system, the addresses that were taken say which.</summary>
    public string Bound(string url) => url.EndsWith(":0", StringComparison.Ordinal)
        ? string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        : url;
}
