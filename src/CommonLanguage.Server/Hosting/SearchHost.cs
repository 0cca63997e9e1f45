using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Hosting;

/// <summary>The search index of this process, once it is open. Thread-safe; <see cref="FollowAsync"/> has one caller.</summary>
sealed class SearchHost(GlossaryStore store, StoreReader reader, TimeProvider time) : IDisposable
{
    readonly TaskCompletionSource<SearchIndex> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Making the index searchable costs milliseconds of a core, however little has changed.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    const int MostDependents = 50;

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The index; done when it is open.</summary>
    public Task<SearchIndex> Index => opened.Task;

    /// <summary>How much of the index stands, 0..100.</summary>
    public int Percent => opened.Task.IsCompletedSuccessfully ? opened.Task.Result.Percent : 0;

    /// <summary>Why the index does not follow at the moment; null while it does.</summary>
    public Exception? Failure => opened.Task.IsCompletedSuccessfully ? opened.Task.Result.Failure : null;

    /// <summary>Opens the index. Call once.</summary>
    /// <exception cref="RefusalException">The index is ahead of the store: the store has lost changes.</exception>
    public void Open(long storeSequence) => opened.SetResult(new SearchIndex(store, reader, storeSequence, time));

    /// <summary>
    /// Waits a little, so that edits in quick succession are made searchable together; whoever waits for one of them ends the wait.
    /// </summary>
    public async Task GatherAsync(CancellationToken cancellation)
    {
        _ = await Task.WhenAny(Volatile.Read(ref wanted).Task, Task.Delay(Pause, cancellation));
        cancellation.ThrowIfCancellationRequested();
        Volatile.Write(ref wanted, new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>Brings the index up to a change.</summary>
    public async Task FollowAsync(long sequence, CancellationToken cancellation)
    {
        var index = await Index;
        if (index.Failure is null && index.Reached >= sequence)
            return;
        await index.FollowAsync(sequence, cancellation);
        Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Waits until the index holds a change.</summary>
    public async Task ReachAsync(long sequence, CancellationToken cancellation)
    {
        var index = await Index.WaitAsync(cancellation);
        while (true)
        {
            var next = Volatile.Read(ref moved).Task;
            if (index.Reached >= sequence)
                return;
            _ = Volatile.Read(ref wanted).TrySetResult();
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>
    /// The definitions that use the word of a conflict, and how many there are. Who defines the word itself is left out: a party, or one
    /// that means the same as one.
    /// </summary>
    public async Task<SearchAnswer> DependentsAsync(Conflict conflict, ReadTables snapshot, LookupFilter filter, CancellationToken cancellation)
    {
        var index = await SoonAsync(snapshot.Sequence, cancellation);
        var own = conflict.Parties.Select(party => party.EntryKey).Concat(snapshot.Find(conflict.Word).Postings.Select(posting => posting.Sense.EntryKey)).ToHashSet();
        return index.Using(conflict.Term, snapshot, filter, own, MostDependents);
    }

    public void Dispose()
    {
        if (opened.Task.IsCompletedSuccessfully)
            opened.Task.Result.Dispose();
    }

    /// <summary>
    /// The index once it holds a change, or as it is after a quarter of a second: for answers that are good without the latest.
    /// </summary>
    async Task<SearchIndex> SoonAsync(long sequence, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await ReachAsync(sequence, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It is being rebuilt, or an import is under way.
        }

        return await Index.WaitAsync(cancellation);
    }
}
