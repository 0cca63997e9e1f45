using System.Threading.RateLimiting;
using CommonLanguage.Server.SignIn;
using CommonLanguage.V1;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Lets nobody in who is not signed in, whatever the method does by itself, and nobody who asks for too much; what is open to all stands
/// in a list.
/// </summary>
sealed class SignInInterceptor(CallMeter meter) : Interceptor
{
    /// <summary>Methods that are open to all: a probe holds no key.</summary>
    public static readonly string[] Open = ["/grpc.health.v1.Health/Check", "/grpc.health.v1.Health/Watch", "/grpc.health.v1.Health/List"];

    /// <summary>Methods that keep the server busy for a while.</summary>
    static readonly HashSet<string> Heavy =
    [
        NameOf(InterchangeService.Descriptor, nameof(InterchangeApi.ImportGlossary)), NameOf(InterchangeService.Descriptor, nameof(InterchangeApi.ExportGlossary)),
        NameOf(InterchangeService.Descriptor, nameof(InterchangeApi.GetSnapshot)), NameOf(CheckService.Descriptor, nameof(CheckApi.CheckDocument)),
        NameOf(CheckService.Descriptor, nameof(CheckApi.CheckDocuments)),
    ];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var lease = Begin(context, CallWeight.Light);
        return lease is null ? continuation(request, context) : HoldingAsync();

        async Task<TResponse> HoldingAsync()
        {
            using (lease)
                return await continuation(request, context);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var lease = Begin(context, CallWeight.Stream);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var lease = Begin(context, CallWeight.Stream);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        using var lease = Begin(context, CallWeight.Stream);
        await continuation(requestStream, responseStream, context);
    }

    RateLimitLease? Begin(ServerCallContext context, CallWeight weight)
    {
        if (Array.Exists(Open, method => context.Method == method))
            return null;
        var caller = Caller.Of(context.GetHttpContext());
        caller.MustBeSignedIn();
        // Whoever is alone on a server takes nothing from others.
        return caller.Person.Length == 0 ? null : meter.Begin(caller.Person, Heavy.Contains(context.Method) ? CallWeight.Heavy : weight);
    }

    static string NameOf(Google.Protobuf.Reflection.ServiceDescriptor service, string method) => $"/{service.FullName}/{method}";
}
