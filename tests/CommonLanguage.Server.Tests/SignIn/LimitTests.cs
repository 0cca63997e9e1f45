using CommonLanguage.Glossary;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;
using Role = CommonLanguage.Glossary.Role;

namespace CommonLanguage.Server.Tests.SignIn;

public sealed class LimitTests
{
    [Fact]
    public async Task One_that_calls_in_a_loop_is_slowed_down_and_takes_nothing_from_another()
    {
        await using var server = await SignedInServer.StartAsync("--Limits:CallsPerSecond=1");
        var (ana, bob) = (await server.KeyAsync("ana", Scopes.Read), await server.KeyAsync("bob", Scopes.Read));
        var client = new AdministrationService.AdministrationServiceClient(server.Server.Channel);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CodeOfAsync(() => client.WhoAmIAsync(new(), SignedInServer.With(ana)).ResponseAsync)));

        Assert.Contains("", answers);
        Assert.Contains("TOO_BUSY", answers);
        Assert.Equal("", await CodeOfAsync(() => client.WhoAmIAsync(new(), SignedInServer.With(bob)).ResponseAsync));
    }

    [Fact]
    public async Task A_second_import_waits_for_the_first_and_not_for_anothers()
    {
        await using var server = await SignedInServer.StartAsync("--Limits:HeavyCallsAtOnce=1");
        await server.FillAsync();
        var (ana, bob) = (await server.KeyAsync("ana", Scopes.Write, ("alfa", Role.Owner)), await server.KeyAsync("bob", Scopes.Write, ("bravo", Role.Owner)));
        using var first = await BeginAsync(server, ana, "alfa");
        using (var second = await BeginAsync(server, ana, "alfa"))
            Assert.Equal("TOO_BUSY", await CodeOfAsync(() => EndAsync(second)));
        using (var others = await BeginAsync(server, bob, "bravo"))
            Assert.Equal("", await CodeOfAsync(() => EndAsync(others)));
        Assert.Equal("", await CodeOfAsync(() => EndAsync(first)));
        using var third = await BeginAsync(server, ana, "alfa");
        Assert.Equal("", await CodeOfAsync(() => EndAsync(third)));
    }

    static async Task<AsyncDuplexStreamingCall<ImportGlossaryRequest, ImportGlossaryResponse>> BeginAsync(SignedInServer server, string key, string organisation)
    {
        var call = new InterchangeService.InterchangeServiceClient(server.Server.Channel).ImportGlossary(SignedInServer.With(key));
        await call.RequestStream.WriteAsync(new() { Header = new() { Organisation = "organisations/" + organisation } });
        // The server's head of the answer comes with the first thing it says; a refusal ends the call.
        await Task.Delay(500);
        return call;
    }

    static async Task EndAsync(AsyncDuplexStreamingCall<ImportGlossaryRequest, ImportGlossaryResponse> call)
    {
        try
        {
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8("term,definition\nword,What it means.\n") });
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
            // Refused before all was sent: the answer says why.
        }

        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
            // To the end.
        }
    }

    static async Task<string> CodeOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (RpcException fault)
        {
            return fault.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason ?? fault.StatusCode.ToString();
        }
    }
}
