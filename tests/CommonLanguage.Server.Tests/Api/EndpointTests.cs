using CommonLanguage.Glossary;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Grpc.Reflection.V1Alpha;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>What the two endpoints answer beside the service itself.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Health_is_answered_over_gRPC()
    {
        await server.Services.LoadedAsync();
        var answer = await new Health.HealthClient(server.Channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Reflection_names_every_service()
    {
        using var call = new ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var services = call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name).ToList();
        foreach (var expected in (string[])["GlossaryService", "LookupService", "ConflictService", "InterchangeService", "ChangeService"])
            Assert.Contains("commonlanguage.v1." + expected, services);
    }

    [Fact]
    public async Task Browsers_call_over_gRPC_Web_on_HTTP_1()
    {
        using var channel = GrpcChannel.ForAddress(server.WebAddress, new GrpcChannelOptions { HttpHandler = new GrpcWebHandler(GrpcWebMode.GrpcWebText, new HttpClientHandler()), HttpVersion = System.Net.HttpVersion.Version11 });
        var answer = await new LookupService.LookupServiceClient(channel).LookUpTermAsync(new LookUpTermRequest { Term = "nothing" });
        Assert.Empty(answer.Meanings);
    }

    [Theory]
    [InlineData("--Kestrel:Endpoints:Grpc:Url=http://0.0.0.0:5081")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://*:5080")]
    [InlineData("--urls=http://192.0.2.1:80")]
    public void Without_sign_in_an_address_open_to_others_is_refused(string setting)
    {
        var refusal = Assert.Throws<RefusalException>(() => ServerApplication.Build([setting]));
        Assert.Contains("sign-in", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_storage_provider_that_is_none_is_refused_by_name()
    {
        var refusal = Assert.Throws<RefusalException>(() => ServerApplication.Build(["--Storage:Provider=Oracle"]));
        Assert.Contains("'Oracle'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_with_one_sentence()
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => TestServer.StartAsync(server.DataDirectory));
        Assert.Contains("in use by another server", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_message_over_4_MiB_is_refused()
    {
        var client = new ConflictService.ConflictServiceClient(server.Channel);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
            await client.CompareDefinitionsAsync(new CompareDefinitionsRequest { Term = "a", A = new string('a', 5 * 1024 * 1024), B = "b" }));
        Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
    }

    [Fact]
    public async Task A_state_that_is_not_reached_before_the_deadline_is_refused_as_behind()
    {
        var lookup = new LookupService.LookupServiceClient(server.Channel);
        var store = (await lookup.LookUpTermAsync(new LookUpTermRequest { Term = "nothing" })).RevisionToken.Split('-')[1];
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await lookup.LookUpTermAsync(
            new LookUpTermRequest { Term = "nothing", MinRevision = "999-" + store }, deadline: DateTime.UtcNow.AddMilliseconds(300)));
        Assert.True(refusal.StatusCode is StatusCode.DeadlineExceeded or StatusCode.FailedPrecondition, refusal.ToString());
    }
}
