using System.Net;
using CommonLanguage.Glossary;
using CommonLanguage.Testing;

namespace CommonLanguage.Server.Tests.SignIn;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Authentication:ApiKeys", "--Authentication:ApiKeys=perhaps")]
    [InlineData("Authentication:Jwt:Issuer", "--Authentication:Jwt:Audience=a")]
    [InlineData("Authentication:Jwt:Audience", "--Authentication:Jwt:Issuer=https://id.example")]
    [InlineData("Authentication:Jwt:Authority", "--Authentication:Jwt:Issuer=http://id.example", "--Authentication:Jwt:Audience=a")]
    [InlineData("Authentication:Jwt:Authority", "--Authentication:Jwt:Issuer=just a name", "--Authentication:Jwt:Audience=a")]
    [InlineData("Authentication:Jwt:KeySetFile", "--Authentication:Jwt:Issuer=x", "--Authentication:Jwt:Audience=a", "--Authentication:Jwt:KeySetFile=/no/such/file")]
    [InlineData("Authentication:Jwt:Algorithms", "--Authentication:Jwt:Issuer=https://id.example", "--Authentication:Jwt:Audience=a", "--Authentication:Jwt:Algorithms:0=HS256")]
    [InlineData("Authentication:Jwt:Algorithms", "--Authentication:Jwt:Issuer=https://id.example", "--Authentication:Jwt:Audience=a", "--Authentication:Jwt:Algorithms:0=none")]
    [InlineData("Limits:CallsPerSecond", "--Limits:CallsPerSecond=-1")]
    [InlineData("Limits:HeavyCallsAtOnce", "--Limits:HeavyCallsAtOnce=many")]
    [InlineData("Kestrel:Endpoints:Web:Url", "--Kestrel:Endpoints:Web:Url=http://0.0.0.0:0")]
    public async Task A_setting_that_is_not_safe_or_not_known_ends_the_start(string key, params string[] settings)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => TestServer.StartAsync(null, settings));
        Assert.Equal(key, refusal.Field);
        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_sign_in_the_server_listens_where_it_is_told_to()
    {
        await using var server = await TestServer.StartAsync(null, "--Authentication:ApiKeys=true", "--Kestrel:Endpoints:Web:Url=http://0.0.0.0:0");
        Assert.Equal("0.0.0.0", server.WebAddress.Host);
    }

    // A page from elsewhere gives its own name an address of this machine, and is then of one origin with what it asks (DNS rebinding).
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Without_sign_in_the_server_answers_to_the_names_of_this_machine_only(string host, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync();
        await server.Services.LoadedAsync();
        using var http = new HttpClient { BaseAddress = server.WebAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/organisations") { Headers = { Host = $"{host}:{server.WebAddress.Port}" } };
        Assert.Equal(expected, (await http.SendAsync(request)).StatusCode);
    }

    // What a form of a foreign page can send: no preflight is asked for, so that the type must refuse it.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_of_another_site_changes_nothing(string type)
    {
        await using var server = await TestServer.StartAsync();
        await server.Services.LoadedAsync();
        using var http = new HttpClient { BaseAddress = server.WebAddress };
        using var content = new StringContent("{\"displayName\":\"x\"}", System.Text.Encoding.UTF8, type);
        Assert.False((await http.PostAsync("v1/organisations?organisationId=evil", content)).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("v1/organisations/evil")).StatusCode);
    }
}
