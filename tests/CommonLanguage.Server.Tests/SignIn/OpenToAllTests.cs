using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>What a caller reaches without signing in: SignIn/open-to-all.txt, and nothing else.</summary>
public sealed class OpenToAllTests : IAsyncLifetime
{
    SignedInServer server = null!;

    public async Task InitializeAsync() => server = await SignedInServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    /// <summary>Set COMMONLANGUAGE_RENEW_GOLDEN=1 to write the file anew, and look at its diff: each line is a door without a lock.</summary>
    [Fact]
    public async Task What_is_open_to_all_is_the_golden_list()
    {
        List<string> open = [];
        using var http = new HttpClient { BaseAddress = server.Server.WebAddress };
        foreach (var endpoint in server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } grpc)
            {
                if (endpoint.RoutePattern.RawText == grpc.Method.FullName && !await NeedsSignInAsync(grpc.Method))
                    open.Add("grpc " + grpc.Method.FullName);
                continue;
            }

            if (endpoint.RoutePattern.RawText?.Contains("unimplemented", StringComparison.OrdinalIgnoreCase) == true)
                continue;
            open.Add("http " + endpoint.RoutePattern.RawText);
        }

        foreach (var path in (string[])["openapi/v1.json", "openapi/v2.json", "swagger", "metrics", "debug", "admin", "_blazor", "", "appsettings.json"])
        {
            if ((await http.GetAsync(path)).StatusCode == HttpStatusCode.OK)
                open.Add("http /" + path);
        }

        var file = Path.Combine(Source.Folder, "SignIn", "open-to-all.txt");
        string[] found = [.. open.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("COMMONLANGUAGE_RENEW_GOLDEN") == "1")
            await File.WriteAllLinesAsync(file, found);
        Assert.Equal(await File.ReadAllLinesAsync(file), found);
    }

    [Fact]
    public async Task Reflection_is_off_where_other_machines_can_reach_the_server_and_on_by_setting()
    {
        await using var open = await SignedInServer.StartAsync("--Kestrel:Endpoints:Web:Url=http://0.0.0.0:0");
        await using var asked = await SignedInServer.StartAsync("--Kestrel:Endpoints:Web:Url=http://0.0.0.0:0", "--Reflection=true");
        Assert.False(HasReflection(open));
        Assert.True(HasReflection(asked));
        Assert.True(HasReflection(server));

        static bool HasReflection(SignedInServer server) => server.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Any(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName.Contains("reflection", StringComparison.Ordinal) == true);
    }

    async Task<bool> NeedsSignInAsync(IMethod method)
    {
        var raw = new Method<byte[], byte[]>(MethodType.DuplexStreaming, method.ServiceName, method.Name, Marshallers.Create(x => x, x => x), Marshallers.Create(x => x, x => x));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var call = server.Server.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(raw, null, new(cancellationToken: patience.Token));
        try
        {
            await call.RequestStream.WriteAsync([]);
            await call.RequestStream.CompleteAsync();
            _ = await call.ResponseStream.MoveNext(CancellationToken.None);
            return false;
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
            // Refused while it was sent: the answer says so.
        }

        try
        {
            _ = await call.ResponseStream.MoveNext(CancellationToken.None);
            return false;
        }
        catch (RpcException fault)
        {
            return fault.StatusCode == StatusCode.Unauthenticated;
        }
    }
}
