using CommonLanguage.Administration;
using CommonLanguage.Server.Tests.Faults;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>Everything that a server logs at its most talkative, while keys and tokens come in, good ones and bad ones.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task No_key_or_token_is_ever_logged()
    {
        var data = Directory.CreateTempSubdirectory("commonlanguage-test-").FullName;
        await using var issuer = await TokenIssuer.StartAsync();
        await using (var server = await ServerProcess.StartAsync(data, ["--Authentication:ApiKeys=true", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace", "--Logging:LogLevel:Grpc=Trace", .. issuer.Settings]))
        {
            var administration = new AdministrationService.AdministrationServiceClient(server.Channel);
            var token = issuer.Token();
            var forged = issuer.Token(claims => claims["aud"] = "another");
            const string Key = "clk_0123456789ab_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE";
            Assert.Equal("tess", (await administration.WhoAmIAsync(new(), SignedInServer.With(token))).Person);
            foreach (var bad in (string[])[forged, Key, "cls_" + Key[17..]])
                Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => administration.WhoAmIAsync(new(), SignedInServer.With(bad)).ResponseAsync)).StatusCode);
            var made = await administration.CreateApiKeyAsync(new() { ApiKey = new() { DisplayName = "k" } }, SignedInServer.With(token));
            Assert.Equal("tess", (await administration.WhoAmIAsync(new(), SignedInServer.With(made.Key))).Person);
            server.Terminate();
            var (_, log) = await server.EndAsync();

            // The log has said something about these calls, and was read to its end.
            Assert.Contains("Sign-in from 127.0.0.1", log, StringComparison.Ordinal);
            foreach (var secret in (string[])[token.Split('.')[2], forged.Split('.')[2], token.Split('.')[1], Key[17..], made.Key[17..]])
                Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }

        Directory.Delete(data, recursive: true);
    }
}
