using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>An identity provider in this process: publishes its keys as OpenID Connect does, and signs whatever a test wants signed.</summary>
sealed class TokenIssuer : IAsyncDisposable
{
    public const string Audience = "commonlanguage-of-the-tests";
    const string KeyId = "key-1";

    readonly RSA key = RSA.Create(2048);
    readonly WebApplication app;

    TokenIssuer(WebApplication app) => this.app = app;

    public string Issuer => app.Urls.First();

    public string[] Settings => [$"--Authentication:Jwt:Issuer={Issuer}", $"--Authentication:Jwt:Audience={Audience}"];

    /// <summary>The public key as a PEM file has it, which anybody may know.</summary>
    public byte[] PublicPem => Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem());

    public byte[] PublicDer => key.ExportSubjectPublicKeyInfo();

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TokenIssuer(builder.Build());
        _ = issuer.app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            JsonSerializer.Serialize(new { issuer = issuer.Issuer, jwks_uri = issuer.Issuer + "/keys", id_token_signing_alg_values_supported = (string[])["RS256"] }), "application/json"));
        _ = issuer.app.MapGet("/keys", () => Results.Text(issuer.KeySet, "application/json"));
        await issuer.app.StartAsync();
        return issuer;
    }

    public string KeySet
    {
        get
        {
            var numbers = key.ExportParameters(includePrivateParameters: false);
            return JsonSerializer.Serialize(new
            {
                keys = (object[])[new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) }],
            });
        }
    }

    /// <summary>A token that is good but for what the test changes.</summary>
    public string Token(
        Action<Dictionary<string, object?>>? claims = null, Action<Dictionary<string, object?>>? header = null, Func<byte[], byte[]>? sign = null)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = new Dictionary<string, object?> { ["iss"] = Issuer, ["aud"] = Audience, ["sub"] = "tess", ["iat"] = now, ["nbf"] = now, ["exp"] = now + 300 };
        var head = new Dictionary<string, object?> { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = KeyId };
        claims?.Invoke(body);
        header?.Invoke(head);
        var signed = $"{Part(head)}.{Part(body)}";
        return $"{signed}.{Base64Url.EncodeToString((sign ?? Sign)(Encoding.ASCII.GetBytes(signed)))}";
    }

    public byte[] Sign(byte[] text) => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    static string Part(Dictionary<string, object?> values) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(values));
}
