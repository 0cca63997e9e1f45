using System.Security.Cryptography;
using System.Text;
using CommonLanguage.V1;
using Grpc.Core;
using Role = CommonLanguage.Glossary.Role;
using Scopes = CommonLanguage.Glossary.Scopes;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>Tokens of an identity provider: the good ones, and those that attackers make.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    TokenIssuer issuer = null!;
    SignedInServer server = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        server = await SignedInServer.StartAsync(issuer.Settings);
        await server.FillAsync();
        _ = await server.KeyAsync("tess", Scopes.Read, ("alfa", Role.Owner));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_token_signs_its_subject_in_with_what_the_roles_allow()
    {
        var me = await WhoAmIAsync(issuer.Token());
        Assert.Equal("tess", me.Person);
        Assert.Equal(4, me.Scopes.Count);
        Assert.Equal(V1.Role.Owner, Assert.Single(me.Affiliations).Role);
        Assert.Matches("^127\\.0\\.0\\.1, token, grpc-dotnet/", me.Origin);
    }

    [Fact]
    public async Task A_token_that_names_scopes_of_this_service_allows_those_only()
    {
        var token = issuer.Token(claims => claims["scope"] = "openid commonlanguage.read");
        Assert.Equal([Scope.Read], (await WhoAmIAsync(token)).Scopes);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => new GlossaryService.GlossaryServiceClient(server.Server.Channel).CreateEntryAsync(
            new() { Parent = "organisations/alfa", Entry = new() { Terms = { new Term { Text = "t" } }, Definition = "d", Language = "en" } }, SignedInServer.With(token)).ResponseAsync);
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
    }

    [Fact]
    public async Task A_clock_that_is_half_a_minute_off_does_no_harm() =>
        Assert.Equal("tess", (await WhoAmIAsync(issuer.Token(claims => (claims["nbf"], claims["exp"]) = (Now + 30, Now + 31)))).Person);

    public static TheoryData<string> Forgeries => [.. Forged.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused_and_says_nothing_of_itself(string forgery)
    {
        var token = Forged[forgery](issuer);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => WhoAmIAsync(token));
        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        if (token.Length > 20)
            Assert.DoesNotContain(token[..20], refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_a_megabyte_reaches_nobody_and_harms_nobody()
    {
        var token = issuer.Token(claims => claims["padding"] = new string('x', 1_000_000));
        _ = await Assert.ThrowsAsync<RpcException>(() => WhoAmIAsync(token));
        Assert.Equal("tess", (await WhoAmIAsync(issuer.Token())).Person);
    }

    [Fact]
    public async Task Keys_from_a_file_check_tokens_as_well()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, issuer.KeySet);
        await using var other = await SignedInServer.StartAsync([.. issuer.Settings, $"--Authentication:Jwt:KeySetFile={file}"]);
        var administration = new AdministrationService.AdministrationServiceClient(other.Server.Channel);
        Assert.Equal("tess", (await administration.WhoAmIAsync(new(), SignedInServer.With(issuer.Token()))).Person);
        Assert.Equal(
            StatusCode.Unauthenticated,
            (await Assert.ThrowsAsync<RpcException>(() => administration.WhoAmIAsync(new(), SignedInServer.With(Forged["signed by another key"](issuer))).ResponseAsync)).StatusCode);
        File.Delete(file);
    }

    static readonly Dictionary<string, Func<TokenIssuer, string>> Forged = new(StringComparer.Ordinal)
    {
        ["no algorithm, no signature"] = issuer => issuer.Token(header: head => head["alg"] = "none", sign: _ => []),
        ["no algorithm, spelt otherwise"] = issuer => issuer.Token(header: head => head["alg"] = "nOnE", sign: _ => []),
        ["no algorithm, with a signature"] = issuer => issuer.Token(header: head => head["alg"] = "none"),
        ["the algorithm left out"] = issuer => issuer.Token(header: head => head.Remove("alg")),
        ["the public key as a password (PEM)"] = issuer => issuer.Token(header: head => head["alg"] = "HS256", sign: text => HMACSHA256.HashData(issuer.PublicPem, text)),
        ["the public key as a password (DER)"] = issuer => issuer.Token(header: head => head["alg"] = "HS256", sign: text => HMACSHA256.HashData(issuer.PublicDer, text)),
        ["an algorithm that is not of the list"] = issuer => issuer.Token(header: head => head["alg"] = "RS512"),
        ["signed by another key"] = issuer => issuer.Token(sign: ByAnother),
        ["signed by another key, which it brings along"] = issuer => issuer.Token(
            header: head => (head["jwk"], head["jku"], head["x5u"]) = (new { kty = "RSA", n = "AQAB", e = "AQAB" }, "http://127.0.0.1:9/keys", "http://127.0.0.1:9/cert"), sign: ByAnother),
        ["a key id that is a path"] = issuer => issuer.Token(header: head => head["kid"] = "../../../../dev/null", sign: ByAnother),
        ["a key id that is SQL"] = issuer => issuer.Token(header: head => head["kid"] = "' OR '1'='1", sign: ByAnother),
        ["no signature"] = issuer => issuer.Token(sign: _ => []),
        ["another body under the signature"] = issuer =>
            string.Join('.', issuer.Token(claims => claims["sub"] = "ada").Split('.')[..2]) + "." + issuer.Token().Split('.')[2],
        ["another issuer"] = issuer => issuer.Token(claims => claims["iss"] = "https://elsewhere.example"),
        ["an issuer that begins alike"] = issuer => issuer.Token(claims => claims["iss"] = issuer.Issuer + "/"),
        ["no issuer"] = issuer => issuer.Token(claims => claims.Remove("iss")),
        ["another audience"] = issuer => issuer.Token(claims => claims["aud"] = "another-service"),
        ["no audience"] = issuer => issuer.Token(claims => claims.Remove("aud")),
        ["expired"] = issuer => issuer.Token(claims => (claims["nbf"], claims["exp"]) = (Now - 900, Now - 90)),
        ["without an end"] = issuer => issuer.Token(claims => claims.Remove("exp")),
        ["not yet valid"] = issuer => issuer.Token(claims => claims["nbf"] = Now + 240),
        ["a critical header"] = issuer => issuer.Token(header: head => (head["crit"], head["b64x"]) = ((string[])["b64x"], false)),
        ["nobody's"] = issuer => issuer.Token(claims => claims.Remove("sub")),
        ["the local user's"] = issuer => issuer.Token(claims => claims["sub"] = "local"),
        ["the service's"] = issuer => issuer.Token(claims => claims["sub"] = "SERVICE"),
        ["a name with a line break"] = issuer => issuer.Token(claims => claims["sub"] = "tess\nadmin did it"),
        ["a name of 300 characters"] = issuer => issuer.Token(claims => claims["sub"] = new string('x', 300)),
        ["20 KB"] = issuer => issuer.Token(claims => claims["padding"] = new string('x', 20_000)),
        ["no token at all"] = _ => "x",
        ["two dots"] = _ => "..",
        ["a header that is no JSON"] = issuer => "e30x." + issuer.Token().Split('.', 2)[1],
        ["deeply nested"] = issuer => Base64("{\"alg\":\"RS256\",\"x\":" + new string('[', 5_000) + new string(']', 5_000) + "}") + "." + issuer.Token().Split('.', 2)[1],
    };

    static byte[] ByAnother(byte[] text)
    {
        using var other = RSA.Create(2048);
        return other.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    static string Base64(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    Task<WhoAmIResponse> WhoAmIAsync(string token) =>
        new AdministrationService.AdministrationServiceClient(server.Server.Channel).WhoAmIAsync(new(), SignedInServer.With(token)).ResponseAsync;
}
