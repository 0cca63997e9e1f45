using System.Security.Cryptography;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Glossary;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommonLanguage.Server.Api;

/// <summary>
/// The one place where what went wrong becomes an answer: refusals as the contract says, an exceeded deadline as such, anything else
/// as an internal fault with an id that the log has too. Thread-safe.
/// </summary>
sealed partial class RefusalInterceptor(IHostApplicationLifetime lifetime, ILogger<RefusalInterceptor> log) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            var answer = continuation(request, context);
            return answer.IsCompletedSuccessfully ? answer : AnswerAsync(answer, context);
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            return Task.FromException<TResponse>(Refuse(fault, context));
        }
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        AnswerAsync(continuation(Orderly(requestStream, context), context), context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        FinishAsync(continuation(request, Orderly(responseStream, context), context), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        FinishAsync(continuation(Orderly(requestStream, context), Orderly(responseStream, context), context), context);

    OrderlyReader<T> Orderly<T>(IAsyncStreamReader<T> stream, ServerCallContext context) => new(stream, context.CancellationToken, lifetime.ApplicationStopping);

    static OrderlyWriter<T> Orderly<T>(IServerStreamWriter<T> stream, ServerCallContext context) => new(stream, context.CancellationToken);

    async Task<T> AnswerAsync<T>(Task<T> answer, ServerCallContext context)
    {
        try
        {
            return await answer;
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Refuse(fault, context);
        }
    }

    async Task FinishAsync(Task call, ServerCallContext context)
    {
        try
        {
            await call;
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw Refuse(fault, context);
        }
    }

    RpcException Refuse(Exception fault, ServerCallContext context)
    {
        var stopping = lifetime.ApplicationStopping.IsCancellationRequested;
        switch (fault)
        {
            // Who watches waits for what comes next: where the server stops, it is not behind.
            case OperationCanceledException or RefusalException { Reason: ErrorReason.Behind } when stopping:
                return new RefusalException(ErrorReason.ShuttingDown, "The server is shutting down; send the request again to another or later.").ToRpcException();
            case RefusalException refusal:
                if (refusal.InnerException is { } cause)
                    LogCause(context.Method, refusal.Message, cause);
                return refusal.ToRpcException();
            case UnreadableInputException unreadable:
                return new RefusalException(ErrorReason.DocumentUnreadable, unreadable.Message, inner: unreadable).ToRpcException();
            case InvalidProtocolBufferException:
                return LibraryRefusals.Unreadable().ToRpcException();
            case OperationCanceledException:
                return LibraryRefusals.OutOfTime().ToRpcException();
            case IOException or InvalidOperationException when context.CancellationToken.IsCancellationRequested:
                return new RpcException(new Status(StatusCode.Cancelled, "The caller is gone."));
            default:
                var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
                LogFault(id, context.Method, fault);
                return new RefusalException(
                    ErrorReason.InternalFault,
                    $"The server failed on this call (fault {id}); its log says why. Report the id if it happens again.",
                    metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["fault_id"] = id }).ToRpcException();
        }
    }

    [LoggerMessage(LogLevel.Error, "Fault {FaultId} in {Method}")]
    partial void LogFault(string faultId, string method, Exception fault);

    [LoggerMessage(LogLevel.Warning, "{Method} was refused: {Reason}")]
    partial void LogCause(string method, string reason, Exception cause);
}
