using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommonLanguage.Web.Tests;

/// <summary>An OpenID Connect provider that signs everybody in as whom the test says, with code flow and PKCE.</summary>
public sealed class Provider : IAsyncDisposable
{
    readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };
    readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];
    readonly WebApplication app;

    Provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.SetMinimumLevel(LogLevel.Warning);
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        _ = app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = Address + "/authorize", ["token_endpoint"] = Address + "/token", ["jwks_uri"] = Address + "/keys",
            ["end_session_endpoint"] = Address + "/end", ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
        _ = app.MapGet("/keys", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
            return new { keys = new[] { new { kty = jwk.Kty, n = jwk.N, e = jwk.E, kid = jwk.Kid, use = "sig", alg = "RS256" } } };
        });
        _ = app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            codes[code] = (request.Query["nonce"].ToString(), request.Query["code_challenge"].ToString());
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
        _ = app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var (nonce, challenge) = codes[form["code"].ToString()];
            var verifier = SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()));
            return Base64UrlEncoder.Encode(verifier) != challenge || form["client_secret"] != "secret"
                ? Results.BadRequest(new { error = "invalid_grant" })
                : Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = Token(nonce) });
        });
        _ = app.MapGet("/end", (HttpRequest request) => Results.Redirect(request.Query["post_logout_redirect_uri"].ToString() is { Length: > 0 } back ? $"{back}?state={Uri.EscapeDataString(request.Query["state"].ToString())}" : "/"));
    }

    /// <summary>Who signs in next.</summary>
    public string Person { get; set; } = "ada";

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<Provider> StartAsync()
    {
        var provider = new Provider();
        await provider.app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Rsa.Dispose();
    }

    string Token(string nonce) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = "desk",
        Expires = DateTime.UtcNow.AddMinutes(5),
        Subject = new ClaimsIdentity([new("sub", Person), new("nonce", nonce)]),
        SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
    });
}
