using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Web.Queue;

/// <summary>
/// Reads the queue: its order once, its rows as they come into sight. All of it stands in the store, so that nobody waits for the tables
/// of words to be loaded. Thread-safe.
/// </summary>
sealed class QueueReader(StoreReader reader, LiveTables tables, MyQueue mine, ConflictReader conflicts)
{
    /// <summary>The keys of what is asked for, sharpest first, the reader's own in the order of their queue; with the change that they are from.</summary>
    public async Task<(ImmutableArray<long> Order, long Sequence)> ReadOrderAsync(Actor actor, QueueQuestion question, CancellationToken cancellation)
    {
        await tables.PeopleLoaded.WaitAsync(cancellation);
        var sequence = tables.IsLoaded ? tables.Current.Sequence : await reader.ReadSequenceAsync(cancellation);
        var order = await reader.ReadQueueOrderAsync(question.ToFilter(actor, tables.Current.Directory), cancellation);
        if (!question.IsMine)
            return ([.. order], sequence);
        // What is settled or put off has no place in anybody's queue: it follows, sharpest first.
        var asked = order.ToHashSet();
        var open = (await mine.ReadOrderAsync(actor, cancellation)).Where(asked.Contains).ToList();
        asked.ExceptWith(open);
        return ([.. open, .. order.Where(asked.Contains)], sequence);
    }

    /// <summary>Some rows, by key.</summary>
    public async Task<Dictionary<long, ConflictView>> ReadRowsAsync(IReadOnlyCollection<long> keys, CancellationToken cancellation) =>
        keys.Count == 0
            ? []
            : (await conflicts.ReadAsync(await reader.ReadConflictsAsync(keys, cancellation), cancellation)).ToDictionary(view => view.Conflict.Key);
}
