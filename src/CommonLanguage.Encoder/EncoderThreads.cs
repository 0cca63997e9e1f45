using System.Collections.Concurrent;

namespace CommonLanguage.Encoder;

/// <summary>
/// Threads on which the network alone runs. On processors with matrix tiles (AMX) the network makes the state of its thread larger than
/// the runtime's stack for signals: a null reference on that thread, even one that is caught, would end the process. Thread-safe.
/// </summary>
sealed class EncoderThreads : IDisposable
{
    // Reading is background work: it leaves cores for those who ask.
    const int Most = 4;

    readonly BlockingCollection<Action> waiting = [];
    readonly Thread[] threads;

    public EncoderThreads()
    {
        threads = new Thread[Math.Clamp(Environment.ProcessorCount / 2, 1, Most)];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"encoder {i + 1}" };
            threads[i].Start();
        }
    }

    /// <summary>Runs work on one of the threads and waits for its result.</summary>
    /// <exception cref="InvalidOperationException">The threads have been stopped.</exception>
    public T Run<T>(Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add(() =>
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception exception)
            {
                result.SetException(exception);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the threads when what waits is done.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        foreach (var thread in threads)
            thread.Join();
        waiting.Dispose();
    }

    void Work()
    {
        foreach (var work in waiting.GetConsumingEnumerable())
            work();
    }
}
