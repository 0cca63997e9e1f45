using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>
/// Compares every shared word again once the store's conflicts were found by another version of the comparison. Runs beside everything
/// else, some words a transaction; what was cut off goes on at the next start. What people have decided stands, and what they are
/// working on stays open: a new version alone reopens and closes nothing of theirs.
/// </summary>
public sealed class ConflictSweep(WriteQueue queue, LiveTables tables, StoreReader reader, VectorSource vectors)
{
    const int WordsOfOneStep = 50;

    // What the change log says once all words have been compared: decided conflicts keep their version, so theirs does not tell.
    string Done => "comparisons/" + vectors.Version;

    volatile int percent = 100;

    /// <summary>The version of the comparison that it sweeps with.</summary>
    public string Version => vectors.Version;

    /// <summary>How far the sweep is, 0..100; 100 while there is none.</summary>
    public int Percent => percent;

    /// <summary>Sweeps where that is wanted, once the tables are loaded. Gives how many conflicts were opened, refreshed or closed; null when no sweep was wanted.</summary>
    /// <param name="progress">Told each percent that is reached.</param>
    /// <param name="cancellation">Ends it; what was done stands.</param>
    /// <exception cref="RefusalException">The store takes no writes, or the embedding generator fails.</exception>
    public async Task<int?> RunAsync(Action<int> progress, CancellationToken cancellation)
    {
        await tables.Loaded.WaitAsync(cancellation);
        if (!await reader.HasConflictsOfOtherVersionAsync(vectors.Version, onlyDetected: true, cancellation)
            && (!await reader.HasConflictsOfOtherVersionAsync(vectors.Version, onlyDetected: false, cancellation)
                || await reader.IsLastChangeAsync(ChangeKind.ConflictsSwept, Done, cancellation)))
            return null;
        string[] words = [.. tables.Current.StartingWith("").Where(word => word.Value.Postings.Length > 1 || word.Value.HasConflicts).Select(word => word.Key)];
        var changed = 0;
        try
        {
            for (var at = 0; at < words.Length; at += WordsOfOneStep)
            {
                Report((int)(100L * at / words.Length), progress);
                var some = words[at..Math.Min(words.Length, at + WordsOfOneStep)];
                // Asked for before the transaction, which then finds them kept.
                var definitions = some.SelectMany(word => tables.Current.Find(word).Postings).Select(posting => posting.Sense.Definition);
                if ((await vectors.OfAsync(definitions, cancellation)).Version != vectors.Version)
                    throw new RefusalException(ErrorReason.TooBusy, $"The embedding generator fails: {vectors.Failure}");
                changed += await queue.RunAsync<int>(
                    (step, _) =>
                    {
                        step.Touch(some);
                        step.Sweep();
                        return new(step.Conflicts.Length, step.Conflicts.Length > 0 ? ChangeKind.ConflictsSwept : null, "", Actor.Service);
                    },
                    cancellation);
            }

            _ = await queue.RunAsync<bool>((_, _) => new(true, ChangeKind.ConflictsSwept, Done, Actor.Service), cancellation);
        }
        finally
        {
            percent = 100;
        }

        return changed;
    }

    void Report(int reached, Action<int> progress)
    {
        if (reached == percent)
            return;
        percent = reached;
        progress(reached);
    }
}
