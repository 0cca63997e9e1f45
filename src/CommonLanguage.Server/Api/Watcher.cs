using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>
/// One caller who watches: nothing is kept for it, what it has not taken is read from the store again. One that does not read for half
/// a minute is told where to go on.
/// </summary>
sealed class Watcher<T>(IServerStreamWriter<T> stream, LiveTables tables)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="taken">The last change that the caller has whole.</param>
    /// <param name="cancellation">The end of the call.</param>
    /// <exception cref="RefusalException">The caller does not read (WatcherTooSlow).</exception>
    public async Task WriteAsync(T message, long taken, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(message, cancellation).WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            throw new RefusalException(
                ErrorReason.WatcherTooSlow,
                $"Nothing was read from this stream for half a minute; go on with from_revision {tables.Token(taken)}.",
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = tables.Token(taken) });
        }
    }
}
