using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

/// <summary>Keeps outside the engine what it acknowledged, to hold its store against it at the end.</summary>
sealed class Ledger
{
    readonly Dictionary<long, Revision> revisions = [];
    readonly Dictionary<long, RecordedAct> acts = [];
    readonly HashSet<long> acknowledged = [];
    List<Change> before = [];
    long last;

    /// <summary>Changes that were acknowledged.</summary>
    public int Count => acknowledged.Count;

    /// <summary>What the log holds already.</summary>
    public void Begin(List<Change> changes) => (before, last) = (changes, changes.Count);

    /// <summary>Takes down an answer, which may have changed nothing.</summary>
    /// <param name="answer">What the engine answered.</param>
    /// <param name="sequence">The last change that can be read then.</param>
    public void Acknowledge(object answer, long sequence)
    {
        switch (answer)
        {
            case EntryWritten written:
                Take(written.Sequence);
                revisions[written.Revision.Key] = written.Revision;
                break;
            case ReconciliationWritten written:
                Take(written.Sequence);
                foreach (var act in written.Proceedings.Acts)
                    acts[act.Key] = act;
                Assert.Contains(written.Proceedings.Acts, act => act.Sequence == written.Sequence);
                break;
            case Partnership written:
                Take(written.Sequence);
                break;
            case ImportReport:
                // One answer for as many changes as the file needed.
                for (var change = last + 1; change <= sequence; change++)
                    Take(change);
                break;
            default:
                throw new InvalidOperationException($"Nobody takes down {answer.GetType()}.");
        }

        Assert.Equal(last, sequence);
    }

    /// <summary>The log holds what it held, what was acknowledged and nothing else, and every text and act reads as it was answered.</summary>
    public async Task AssertNothingLostAsync(Engine engine)
    {
        var changes = await engine.ChangesAsync();
        Assert.Equal(before, changes[..before.Count]);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(n => (long)n), changes.Select(change => change.Sequence));
        Assert.Equal(acknowledged.Order(), changes[before.Count..].Select(change => change.Sequence));
        foreach (var (change, previous) in changes.Zip(changes.Select(change => change.Hash).Prepend(default)))
        {
            Assert.Equal(
                RowHash.Of(previous, change.Sequence, change.Kind, change.Subject, change.Actor, change.Time.ToUnixTimeMilliseconds(), change.Revisions, change.Conflicts), change.Hash);
        }

        Assert.NotEmpty(acts);
        var stored = (await engine.Reader.ReadRevisionsAsync(revisions.Keys, CancellationToken.None)).ToDictionary(revision => revision.Key);
        Assert.All(revisions.Values, revision => Assert.Equal(revision, stored[revision.Key]));
        foreach (var conflict in acts.Values.GroupBy(act => act.Conflict))
        {
            var kept = (await engine.Reader.ReadActsAsync(conflict.Key, CancellationToken.None)).ToDictionary(act => act.Key);
            Assert.All(conflict, act => Assert.Equal(Said(act), Said(kept[act.Key])));
            Assert.Equal(Enumerable.Range(1, kept.Count), kept.Values.Select(act => act.Number).Order());
        }
    }

    void Take(long sequence)
    {
        // A content equal to the current one changes nothing and answers with the change before.
        if (sequence > last)
            _ = acknowledged.Add(last = sequence);
    }

    static string Said(RecordedAct act) => $"{act.Key} {act.Number} {act.Sequence} {act.Actor.Name} {act.Actor.Origin} {act.Time:O} {act.Act.Kind} {ActBody.Write(act.Act)}";
}
