using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Editing;

/// <summary>Writes down from time to time how often words in conflict are used, and ranks the queue by it. Beside the change log: a look-up is no change.</summary>
public sealed class UseKeeper(UseCounts counts, WriteQueue queue, TimeProvider time)
{
    /// <summary>How long a use may wait to be written down; what a process that is killed loses at most.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // One step of the writer stays short, whatever was counted.
    const int WordsOfOneStep = 500;

    /// <summary>Writes down what has been counted.</summary>
    /// <exception cref="RefusalException">The store takes no writes; what was counted is kept.</exception>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        foreach (var uses in counts.Take().Chunk(WordsOfOneStep))
        {
            try
            {
                _ = await queue.RunAsync<bool>((_, writer) => { writer.Add(uses); return StepEnd<bool>.Aside(true); }, cancellation);
            }
            catch
            {
                counts.Return(uses);
                throw;
            }
        }
    }

    /// <summary>Writes down what is counted until it is stopped, and then once more.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, time, stopping);
                await TryKeepAsync(stopping);
            }
        }
        finally
        {
            await TryKeepAsync(CancellationToken.None);
        }
    }

    // A store that takes no writes says so elsewhere; counting goes on, and the next attempt writes it all down.
    async Task TryKeepAsync(CancellationToken cancellation)
    {
        try
        {
            await KeepAsync(cancellation);
        }
        catch (RefusalException)
        {
            // Kept for the next attempt.
        }
    }
}
