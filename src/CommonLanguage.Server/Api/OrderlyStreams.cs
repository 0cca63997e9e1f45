using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>
/// What a caller sends in a stream, read so that giving up the wait for it leaves the call whole: the library's own reader resets the
/// call when its token is cancelled, and the caller would see CANCELLED instead of the answer that says why. Ends the wait where the
/// server stops. As thread-safe as the stream.
/// </summary>
sealed class OrderlyReader<T>(IAsyncStreamReader<T> stream, CancellationToken call, CancellationToken stopping) : IAsyncStreamReader<T>
{
    public T Current => stream.Current;

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var read = stream.MoveNext(call);
        return read.IsCompleted ? read : WaitAsync(read, cancellationToken);
    }

    Task<bool> WaitAsync(Task<bool> read, CancellationToken cancellation) =>
        cancellation == call ? read.WaitAsync(stopping) : read.WaitAsync(stopping).WaitAsync(cancellation);
}

/// <summary>
/// What goes to a caller in a stream, written so that giving up the wait for it leaves the call whole, as with
/// <see cref="OrderlyReader{T}"/>. A message that is being sent is not taken back. As thread-safe as the stream.
/// </summary>
sealed class OrderlyWriter<T>(IServerStreamWriter<T> stream, CancellationToken call) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => stream.WriteOptions;
        set => stream.WriteOptions = value;
    }

    public Task WriteAsync(T message) => stream.WriteAsync(message, call);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var write = stream.WriteAsync(message, call);
        return write.IsCompleted || cancellationToken == call ? write : write.WaitAsync(cancellationToken);
    }
}
