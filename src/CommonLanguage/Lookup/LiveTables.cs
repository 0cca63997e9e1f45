using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Lookup;

/// <summary>
/// The current snapshot of the read tables: loads it at start, swaps it after each write, lets readers wait for a state. Thread-safe;
/// <see cref="Publish"/> has one caller, the writer.
/// </summary>
public sealed class LiveTables(GlossaryStore store, StoreReader reader)
{
    const int ManyWords = 10_000;

    readonly Lock gate = new();
    readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource peopleLoaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<(long Sequence, TaskCompletionSource Reached)> waiting = [];
    volatile ReadTables current = ReadTables.Empty;
    volatile bool isLoaded;
    bool compacting;
    volatile TokenOfSequence token = new(-1, []);

    /// <summary>The snapshot; until loaded it holds no words.</summary>
    public ReadTables Current => current;

    /// <summary>Whether the tables hold what the store holds; until then answers come from the store.</summary>
    public bool IsLoaded => isLoaded;

    /// <summary>Done when the tables have been loaded; fails as loading failed.</summary>
    public Task Loaded => loaded.Task;

    /// <summary>Done, long before the words, when it is known who there is: organisations, partnerships, affiliations, API keys.</summary>
    public Task PeopleLoaded => peopleLoaded.Task;

    /// <summary>Raised after each published snapshot, on the writer's thread: must not block.</summary>
    public event Action<long>? Published;

    /// <summary>
    /// Reads the tables from the store. Call once, before the first write. A damaged row ends all writing, and the words it may
    /// belong to are not answered; all others are.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        try
        {
            await RenewWordsAsync(cancellation);
            var (sequence, directory, people) = await LoadPeopleAsync(cancellation);
            var builder = new ReadTables.Builder();
            List<long> damagedRevisions = [], damagedConflicts = [];
            await foreach (var revision in reader.StreamCurrentAsync(sequence, damagedRevisions, cancellation))
                builder.Add(revision);
            var marked = new List<Conflict>();
            await foreach (var conflict in reader.StreamConflictsAsync(damagedConflicts, cancellation))
            {
                if (conflict.State != ConflictState.Closed && conflict.Sequence <= sequence)
                    marked.Add(conflict);
            }

            var tables = builder.Build(sequence, directory, people).Dating(await EarlierWordsAsync(builder.Dated, cancellation));
            tables = tables.Refusing(await WordsOfAsync(tables, damagedRevisions, damagedConflicts, cancellation));
            current = tables.Apply(TableChange.None with { Conflicts = [.. marked] });
            isLoaded = true;
            StartCompaction(afterLoad: true);
            loaded.SetResult();
        }
        catch (Exception fault)
        {
            loaded.SetException(fault);
            _ = peopleLoaded.TrySetException(fault);
            throw;
        }
    }

    // A damaged row ends all writing; the keys then stay, and it is found again when it is read.
    async Task RenewWordsAsync(CancellationToken cancellation)
    {
        var version = NormalForm.Version.ToString(CultureInfo.InvariantCulture);
        if (await reader.ReadWordRuleAsync(cancellation) == version)
            return;
        try
        {
            store.Writer.RenewWords(version, content => [.. Sense.FormsOf(content).Select(form => form.Key)], NormalForm.Of);
        }
        catch (Exception fault) when (store.Report(fault) is not null)
        {
        }
    }

    /// <summary>The first part of <see cref="LoadAsync"/>.</summary>
    internal async Task<(long Sequence, PartnerDirectory Directory, PeopleDirectory People)> LoadPeopleAsync(CancellationToken cancellation)
    {
        var sequence = await reader.ReadSequenceAsync(cancellation);
        var directory = PartnerDirectory.Empty.With(
            await reader.ReadOrganisationsAsync(cancellation), await reader.ReadPartnershipsAsync(cancellation));
        var people = PeopleDirectory.Empty.With(await reader.ReadAffiliationsAsync(cancellation), await reader.ReadApiKeysAsync(cancellation));
        current = ReadTables.Of(directory, people);
        _ = peopleLoaded.TrySetResult();
        return (sequence, directory, people);
    }

    /// <summary>Makes a snapshot the current one.</summary>
    public void Publish(ReadTables next)
    {
        List<TaskCompletionSource>? reached = null;
        lock (gate)
        {
            current = next;
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (waiting[i].Sequence > next.Sequence)
                    continue;
                (reached ??= []).Add(waiting[i].Reached);
                waiting.RemoveAt(i);
            }
        }

        reached?.ForEach(source => source.TrySetResult());
        Published?.Invoke(next.Sequence);
        if (next.WantsCompaction)
            StartCompaction();
    }

    /// <summary>
    /// The snapshot once it holds a state; at once when none is asked for. Until the tables are loaded, a snapshot without words when
    /// none is asked for.
    /// </summary>
    /// <exception cref="RefusalException">
    /// The state was not reached before the cancellation (Behind), or the tables could not be loaded, so that nobody knows what the
    /// answer from the store would miss (StorageDamaged, StorageFailed).
    /// </exception>
    public ValueTask<ReadTables> AtLeastAsync(long? sequence, CancellationToken cancellation)
    {
        var now = current;
        return (sequence is null && !loaded.Task.IsFaulted) || (isLoaded && now.Sequence >= sequence)
            ? ValueTask.FromResult(now)
            : WaitAsync(sequence ?? 0, cancellation);
    }

    /// <summary>The snapshot once the tables are loaded and hold a state; null = whatever state they are in then.</summary>
    /// <exception cref="RefusalException">As for <see cref="AtLeastAsync"/>.</exception>
    public async Task<ReadTables> LoadedAsync(long? sequence, CancellationToken cancellation)
    {
        await Loaded.WaitAsync(cancellation);
        return await AtLeastAsync(sequence, cancellation);
    }

    /// <summary>The token of a snapshot, as ASCII bytes.</summary>
    public byte[] TokenBytes(ReadTables tables)
    {
        var known = token;
        if (known.Sequence == tables.Sequence)
            return known.Bytes;
        var bytes = System.Text.Encoding.ASCII.GetBytes(Token(tables.Sequence));
        token = new(tables.Sequence, bytes);
        return bytes;
    }

    /// <summary>The token of a state of this store.</summary>
    public string Token(long sequence) => new RevisionToken(sequence, store.Id).ToString();

    /// <summary>Reads a token of this store; empty gives null.</summary>
    /// <exception cref="RefusalException">Not a token of this store (RevisionTokenInvalid).</exception>
    public long? ParseToken(string text, string field) => RevisionToken.Parse(text, store.Id, field);

    /// <summary>The words under which entries whose meaning has a day of its own stood before.</summary>
    async Task<HashSet<string>> EarlierWordsAsync(IReadOnlyList<Revision> dated, CancellationToken cancellation)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var current in dated)
        {
            foreach (var earlier in await reader.ReadRevisionsAsync(current.Organisation, current.EntryId, current.Number, int.MaxValue, cancellation))
                words.UnionWith(Sense.FormsOf(earlier.Content).Select(form => form.Key));
        }

        return words;
    }

    async Task<HashSet<string>> WordsOfAsync(ReadTables tables, List<long> revisions, List<long> conflicts, CancellationToken cancellation)
    {
        var damaged = new DamagedWords(store);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in revisions)
            words.UnionWith(Some(await damaged.OfRevisionAsync(key, cancellation)));
        foreach (var key in conflicts)
        {
            // A conflict is shown under every form of the entries that may take part in it.
            foreach (var word in Some(await damaged.OfConflictAsync(key, cancellation)))
                words.UnionWith(tables.FindUndamaged(word).Postings.SelectMany(posting => posting.Sense.Keys).Append(word));
        }

        return words;

        // Damage that cannot be tied to a word could be any word's.
        HashSet<string> Some(HashSet<string> found) => found.Count > 0 ? found : throw store.Failure!;
    }

    async ValueTask<ReadTables> WaitAsync(long sequence, CancellationToken cancellation)
    {
        try
        {
            await Loaded.WaitAsync(cancellation);
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                if (current.Sequence >= sequence)
                    return current;
                waiting.Add((sequence, reached));
            }

            try
            {
                await reached.Task.WaitAsync(cancellation);
            }
            finally
            {
                lock (gate)
                    _ = waiting.RemoveAll(waiter => waiter.Reached == reached);
            }

            return current;
        }
        catch (OperationCanceledException)
        {
            throw new RefusalException(
                ErrorReason.Behind,
                FormattableString.Invariant($"This server has not yet reached change {sequence} (it stands at {current.Sequence}); try again, or ask without min_revision."),
                "min_revision",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = Token(sequence), ["reached"] = Token(current.Sequence) });
        }
    }

    sealed record TokenOfSequence(long Sequence, byte[] Bytes);

    // The frozen table is built beside the writer; layers that came meanwhile stay on top of it. The pause keeps a long import from
    // being followed by a compaction of every batch.
    void StartCompaction(bool afterLoad = false)
    {
        lock (gate)
        {
            if (compacting)
                return;
            compacting = true;
        }

        _ = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            var before = current;
            var compacted = before.Compact();
            lock (gate)
            {
                current = current.Rebase(before, compacted);
                compacting = false;
            }

            // Loading leaves twice as much behind as it keeps; without this it stays with the process for hours.
            if (afterLoad && compacted.WordCountAtMost > ManyWords)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        });
    }
}
