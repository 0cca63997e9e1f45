using System.Net;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>Whose signed tokens (JWT) are taken as a sign-in, and what is read from them.</summary>
public sealed class JwtOptions
{
    static readonly string[] Usual = ["RS256", "PS256", "ES256"];

    // Only signatures that cannot be made with what verifies them: a public key is no secret.
    static readonly string[] Known = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>The claim "iss" of the tokens, exactly.</summary>
    public required string Issuer { get; init; }

    /// <summary>The claim "aud" that the tokens must have.</summary>
    public required string Audience { get; init; }

    /// <summary>Where the issuer says which keys it signs with (OpenID Connect discovery); empty when a file has them.</summary>
    public string Authority { get; init; } = "";

    /// <summary>File with the issuer's public keys (JWK Set); empty when they are asked for at <see cref="Authority"/>.</summary>
    public string KeySetFile { get; init; } = "";

    /// <summary>Signature algorithms that are taken; default RS256, PS256, ES256.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = Usual;

    /// <summary>The claim that holds the name of the person; default "sub".</summary>
    public string PersonClaim { get; init; } = "sub";

    /// <summary>Reads the section.</summary>
    /// <exception cref="RefusalException">A value is missing, not known or not safe.</exception>
    public static JwtOptions Read(IConfigurationSection section)
    {
        var issuer = Required(section, nameof(Issuer));
        var file = section[nameof(KeySetFile)] ?? "";
        var authority = section[nameof(Authority)] is { Length: > 0 } given ? given : file.Length == 0 ? issuer : "";
        if (authority.Length > 0 && file.Length > 0)
            throw Wrong(section, nameof(KeySetFile), $"{section.Path}:{nameof(Authority)} is given as well; give the address or the file, one of the two.");
        if (authority.Length > 0 && !IsSafe(authority))
            throw Wrong(section, nameof(Authority), $"the issuer's keys would be read from {Shown.Quoted(authority)}; give an https address, or {section.Path}:{nameof(KeySetFile)}.");
        if (file.Length > 0 && !File.Exists(file))
            throw Wrong(section, nameof(KeySetFile), $"the file {Shown.Quoted(file)} is not there; put the issuer's public keys into it as a JWK Set.");
        var algorithms = section.GetSection(nameof(Algorithms)).GetChildren().Select(child => child.Value ?? "").ToArray();
        foreach (var algorithm in algorithms)
        {
            if (!Known.Contains(algorithm, StringComparer.Ordinal))
                throw Wrong(section, nameof(Algorithms), $"{Shown.Quoted(algorithm)} is not one of {string.Join(", ", Known)}.");
        }

        return new()
        {
            Issuer = issuer,
            Audience = Required(section, nameof(Audience)),
            Authority = authority,
            KeySetFile = file,
            Algorithms = algorithms.Length > 0 ? algorithms : Usual,
            PersonClaim = section[nameof(PersonClaim)] is { Length: > 0 } claim ? claim : "sub",
        };
    }

    /// <summary>Whether what is read from an address cannot be changed on its way.</summary>
    internal static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip)))));

    static string Required(IConfigurationSection section, string key) => section[key] is { Length: > 0 } value
        ? value
        : throw new RefusalException(ErrorReason.ValueMissing, $"{section.Path}:{key} is empty; tokens are taken only when it is known who issues them, and for whom.", $"{section.Path}:{key}");

    static RefusalException Wrong(IConfigurationSection section, string key, string why) =>
        new(ErrorReason.ValueUnknown, $"{section.Path}:{key} cannot be used: {why}", $"{section.Path}:{key}");
}
