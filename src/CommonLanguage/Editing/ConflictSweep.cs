using System.Globalization;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>
/// Compares shared words again that were judged by less than there is: by an older version of the comparison, by the first stage alone, or
/// while the embedding generator failed. Runs beside everything else, some words a transaction; what was cut off goes on at the next
/// start. What people have decided stands, and what they are working on stays open: a new version alone reopens and closes nothing of theirs.
/// </summary>
public sealed class ConflictSweep(WriteQueue queue, LiveTables tables, StoreReader reader, ConflictDetector detector, VectorSource vectors, WaitingWords waiting) : IDisposable
{
    const int WordsOfOneStep = 50;

    static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // Fewer are judged again at the next start rather than told in the change log.
    const int WordsWorthTelling = 100;

    // One judges at a time, so that nobody goes on while another still judges what waited.
    readonly SemaphoreSlim judging = new(1);

    volatile int percent = 100;

    /// <summary>The version of the comparison that it sweeps with.</summary>
    public string Version => vectors.Version;

    /// <summary>How far the sweep is, 0..100; 100 while there is none.</summary>
    public int Percent => percent;

    /// <summary>How many words wait for the second stage or for the embedding generator.</summary>
    public int Waiting => waiting.Count;

    // Decided conflicts keep their version, so theirs does not tell whether all words were compared.
    string Done => $"comparisons/{vectors.Version}/";

    /// <inheritdoc/>
    public void Dispose() => judging.Dispose();

    /// <summary>Sweeps where that is wanted, once the tables are loaded. Gives how many conflicts were opened, refreshed or closed; null when no sweep was wanted.</summary>
    /// <param name="progress">Told each percent that is reached.</param>
    /// <param name="cancellation">Ends it; what was done stands.</param>
    /// <exception cref="RefusalException">The store takes no writes, or the embedding generator fails.</exception>
    public async Task<int?> RunAsync(Action<int> progress, CancellationToken cancellation)
    {
        await tables.Loaded.WaitAsync(cancellation);
        var snapshot = tables.Current;
        var words = await WantedAsync(snapshot, cancellation);
        if (words.Length == 0)
            return null;
        var changed = 0;
        try
        {
            for (var at = 0; at < words.Length; at += WordsOfOneStep)
            {
                Report((int)(100L * at / words.Length), progress);
                changed += await JudgeAsync(words[at..Math.Min(words.Length, at + WordsOfOneStep)], isNewVersion: true, cancellation);
            }

            await TellDoneAsync(snapshot, cancellation);
        }
        finally
        {
            percent = 100;
        }

        return changed;
    }

    /// <summary>Judges the words that wait now, as a write would; those that another caller is judging are judged too when it ends. Gives how many conflicts were opened, refreshed or closed.</summary>
    /// <exception cref="RefusalException">The store takes no writes, or the embedding generator fails; the words go on waiting.</exception>
    public async Task<int> JudgeWaitingAsync(CancellationToken cancellation)
    {
        await judging.WaitAsync(cancellation);
        try
        {
            return await JudgeAllWaitingAsync(cancellation);
        }
        finally
        {
            _ = judging.Release();
        }
    }

    async Task<int> JudgeAllWaitingAsync(CancellationToken cancellation)
    {
        var (changed, judged) = (0, 0);
        while (waiting.Take(WordsOfOneStep) is { Length: > 0 } words)
        {
            var areJudged = false;
            try
            {
                changed += await JudgeAsync(words, isNewVersion: false, cancellation);
                areJudged = true;
            }
            finally
            {
                waiting.Return(words, areJudged);
            }

            judged += words.Length;
        }

        // Taken first: a word of this snapshot that still waits is seen by the count.
        var snapshot = tables.Current;
        if (judged >= WordsWorthTelling && waiting.Count == 0)
            await TellDoneAsync(snapshot, cancellation);
        return changed;
    }

    /// <summary>Judges waiting words as they come; where that fails, tries again after a minute.</summary>
    /// <param name="tell">Told why it failed.</param>
    /// <param name="cancellation">Ends it; what was done stands.</param>
    public async Task FollowAsync(Action<string> tell, CancellationToken cancellation)
    {
        while (true)
        {
            await waiting.WaitAsync(cancellation);
            try
            {
                _ = await JudgeWaitingAsync(cancellation);
            }
            catch (RefusalException refusal)
            {
                tell(refusal.Message);
                await Task.Delay(Rest, cancellation);
            }
        }
    }

    /// <summary>All words where another version has found conflicts; else those with a definition that is newer than the last sweep.</summary>
    async Task<string[]> WantedAsync(ReadTables snapshot, CancellationToken cancellation)
    {
        var done = await reader.LastSubjectAsync(ChangeKind.ConflictsSwept, cancellation) is { } subject && subject.StartsWith(Done, StringComparison.Ordinal)
            ? long.Parse(subject[Done.Length..], CultureInfo.InvariantCulture)
            : -1;
        var all = await reader.HasConflictsOfOtherVersionAsync(vectors.Version, onlyDetected: true, cancellation)
            || (done < 0 && await reader.HasConflictsOfOtherVersionAsync(vectors.Version, onlyDetected: false, cancellation));
        // The first stage alone judges each word as it is written.
        if (!all && vectors.IsFirstStage)
            return [];
        return
        [
            .. snapshot.StartingWith("")
                .Where(word => (word.Value.Postings.Length > 1 || word.Value.HasConflicts) && (all || word.Value.Postings.Any(posting => posting.Sense.RevisionKey > done)))
                .Select(word => word.Key),
        ];
    }

    async Task<int> JudgeAsync(string[] words, bool isNewVersion, CancellationToken cancellation)
    {
        // Asked for and judged ahead, before the transaction.
        var by = await vectors.OfAsync(words.SelectMany(word => tables.Current.Find(word).Postings).Select(posting => posting.Sense.Definition), cancellation);
        if (by.Version != vectors.Version)
            throw new RefusalException(ErrorReason.TooBusy, $"The embedding generator fails: {vectors.Failure}");
        await Task.Run(() => detector.Prepare(tables.Current, words, by, cancellation), cancellation);
        return await queue.RunAsync<int>(
            (step, _) =>
            {
                step.Touch(words);
                if (isNewVersion)
                    step.Sweep(by);
                else
                    step.Apply(by);
                return new(step.Conflicts.Length, step.Conflicts.Length > 0 ? ChangeKind.ConflictsSwept : null, "", Actor.Service);
            },
            cancellation);
    }

    async Task TellDoneAsync(ReadTables snapshot, CancellationToken cancellation)
    {
        var newest = snapshot.StartingWith("").SelectMany(word => word.Value.Postings).Max(posting => (long?)posting.Sense.RevisionKey) ?? 0;
        _ = await queue.RunAsync<bool>((_, _) => new(true, ChangeKind.ConflictsSwept, FormattableString.Invariant($"{Done}{newest}"), Actor.Service), cancellation);
    }

    void Report(int reached, Action<int> progress)
    {
        if (reached == percent)
            return;
        percent = reached;
        progress(reached);
    }
}
