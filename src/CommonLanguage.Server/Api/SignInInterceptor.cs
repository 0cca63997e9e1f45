using CommonLanguage.Server.SignIn;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommonLanguage.Server.Api;

/// <summary>Lets nobody in who is not signed in, whatever the method does by itself; what is open to all stands in a list.</summary>
sealed class SignInInterceptor : Interceptor
{
    /// <summary>Methods that are open to all: a probe holds no key.</summary>
    public static readonly string[] Open = ["/grpc.health.v1.Health/Check", "/grpc.health.v1.Health/Watch", "/grpc.health.v1.Health/List"];

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        await continuation(requestStream, responseStream, context);
    }

    static void Check(ServerCallContext context)
    {
        var caller = Caller.Of(context.GetHttpContext());
        if (!Array.Exists(Open, method => context.Method == method))
            caller.MustBeSignedIn();
    }
}
