using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommonLanguage.Server.SignIn;

/// <summary>
/// Checks tokens: signature, issuer, audience, algorithm, days. The issuer's keys are read when the first token comes, and again when a
/// token names a key that is not known. Thread-safe.
/// </summary>
sealed class TokenCheck
{
    /// <summary>The longest token that is looked at, in characters.</summary>
    public const int Longest = 16 * 1024;

    /// <summary>How far the clocks of an issuer and of this server may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };
    readonly TokenValidationParameters parameters;

    public TokenCheck(JwtOptions options)
    {
        parameters = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            ValidAlgorithms = options.Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
        };
        if (options.KeySetFile.Length > 0)
            parameters.IssuerSigningKeys = new JsonWebKeySet(File.ReadAllText(options.KeySetFile)).GetSigningKeys();
        else
            parameters.ConfigurationManager = Discovery(options.Authority);
    }

    /// <summary>What a token says, when it is one that is taken; else null.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(string token)
    {
        if (token.Length is 0 or > Longest)
            return null;
        var checkedToken = await handler.ValidateTokenAsync(token, parameters);
        // RFC 7515, 4.1.11: a token with something that must be understood and is not is invalid. Nothing of the kind is understood here.
        return checkedToken is { IsValid: true, SecurityToken: JsonWebToken read } && !read.TryGetHeaderValue<object>("crit", out _)
            ? new ClaimsPrincipal(checkedToken.ClaimsIdentity)
            : null;
    }

    static ConfigurationManager<OpenIdConnectConfiguration> Discovery(string authority) => new(
        authority.TrimEnd('/') + "/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) });
}
