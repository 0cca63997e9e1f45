using System.Data.Common;
using System.Threading.Channels;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>
/// The one thread that writes. Steps that wait together share one transaction and so one wait for the disk; each is undone alone if it
/// is refused. A step is answered when it is durable and can be read: store first, then tables.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    const int StepsOfOneTransaction = 256;

    readonly GlossaryStore store;
    readonly LiveTables tables;
    readonly ConflictDetector detector;
    readonly Follower follower;
    readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4_096) { SingleReader = true });
    readonly Task loop;

    /// <summary>Starts the writer's thread; it waits for the tables to be loaded.</summary>
    public WriteQueue(GlossaryStore store, LiveTables tables, ConflictDetector detector, Follower follower)
    {
        (this.store, this.tables, this.detector, this.follower) = (store, tables, detector, follower);
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Runs a step and answers when it is durable.</summary>
    /// <exception cref="RefusalException">The step was refused, or the store takes no writes.</exception>
    internal async Task<T> RunAsync<T>(Func<WriteStep, StoreWriter, StepEnd<T>> step, CancellationToken cancellation)
    {
        await tables.Loaded.WaitAsync(cancellation);
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new Waiting<T>(step, done, cancellation);
        try
        {
            await queue.Writer.WriteAsync(waiting, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw new RefusalException(ErrorReason.ShuttingDown, "The server is shutting down; send the request again to another or later.");
        }

        // Who stops waiting at a deadline does not learn whether the step was stored: it is there as a whole or not at all.
        return await done.Task.WaitAsync(cancellation);
    }

    /// <summary>Brings the read tables up to what other nodes have written.</summary>
    public Task CatchUpAsync(CancellationToken cancellation) =>
        RunAsync<bool>((_, _) => new(true, null, "", Actor.Service), cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _ = queue.Writer.TryComplete();
        await loop;
    }

    void Run()
    {
        var batch = new List<Waiting>(StepsOfOneTransaction);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < StepsOfOneTransaction && queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            try
            {
                Write(batch);
            }
            catch (Exception fault)
            {
                // Nothing is known to come here; but a writer that ended would leave everybody waiting for ever.
                store.Fail(new RefusalException(
                    ErrorReason.StorageFailed, "The writer stopped at a fault of the service; no more writes are taken. Start the server again.", inner: fault));
                foreach (var waiting in batch)
                    waiting.Fail(fault);
            }
        }
    }

    void Write(List<Waiting> batch)
    {
        var writer = store.Writer;
        ReadTables next;
        try
        {
            if (store.Failure is { } failure)
                throw failure;
            writer.Begin();
            next = follower.CatchUp(writer);
            foreach (var waiting in batch)
                next = waiting.Run(writer, detector, next);
            writer.Commit();
        }
        catch (Exception fault)
        {
            writer.Rollback();
            var refusal = store.Report(fault);
            foreach (var waiting in batch)
                waiting.Fail(refusal ?? fault);
            return;
        }

        // Durable from here on: nothing that follows may turn the answer into a refusal.
        store.Committed(writer.Sequence, writer.LastHash);
        tables.Publish(next);
        foreach (var waiting in batch)
            waiting.Answer();
    }

    abstract class Waiting
    {
        public abstract ReadTables Run(StoreWriter writer, ConflictDetector detector, ReadTables before);

        public abstract void Answer();

        public abstract void Fail(Exception fault);
    }

    sealed class Waiting<T>(Func<WriteStep, StoreWriter, StepEnd<T>> step, TaskCompletionSource<T> done, CancellationToken cancellation) : Waiting
    {
        T? answer;
        Exception? refusal;

        public override ReadTables Run(StoreWriter writer, ConflictDetector detector, ReadTables before)
        {
            if (cancellation.IsCancellationRequested)
            {
                refusal = new OperationCanceledException(cancellation);
                return before;
            }

            try
            {
                return Attempt(writer, detector, before, isCareful: false);
            }
            catch (DbException fault) when (StorageFault.IsDuplicate(fault))
            {
                writer.UndoStep();
                return Attempt(writer, detector, before, isCareful: true);
            }
        }

        ReadTables Attempt(StoreWriter writer, ConflictDetector detector, ReadTables before, bool isCareful)
        {
            writer.BeginStep();
            try
            {
                var current = new WriteStep(writer, detector, before, isCareful);
                var end = step(current, writer);
                answer = end.Answer;
                if (end.Kind is not { } kind)
                {
                    if (end.IsAside)
                        writer.KeepStep();
                    else
                        writer.UndoStep();
                    return before;
                }

                _ = writer.EndStep(kind, end.Subject, end.Actor, current.RevisionCount, current.Conflicts.Length);
                return current.Tables.At(current.Sequence);
            }
            catch (Exception fault) when (IsOfThisStep(fault))
            {
                writer.UndoStep();
                refusal = fault;
                return before;
            }
        }

        // A fault of the database is everybody's; a refusal, or an error in one step's own work, is not.
        static bool IsOfThisStep(Exception fault) => fault is not (DbException or RefusalException { Reason: ErrorReason.StorageDamaged });

        public override void Answer()
        {
            if (refusal is not null)
                _ = done.TrySetException(refusal);
            else
                _ = done.TrySetResult(answer!);
        }

        public override void Fail(Exception fault) => _ = done.TrySetException(refusal ?? fault);
    }
}
