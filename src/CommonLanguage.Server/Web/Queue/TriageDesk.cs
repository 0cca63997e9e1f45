using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Conflicts;

namespace CommonLanguage.Server.Web.Queue;

/// <summary>The verdicts given at the queue in this sitting, so that the last ones can be taken back. Not thread-safe.</summary>
sealed class TriageDesk(Reconciler reconciler)
{
    const int Remembered = 100;

    readonly LinkedList<(ConflictName Name, long Key, Verdict Verdict)> given = [];

    /// <summary>The last verdict that can be taken back; null when there is none.</summary>
    public (ConflictName Name, long Key, Verdict Verdict)? Last => given.Last?.Value;

    /// <summary>Gives a verdict on the sharpest pair or, where it has no direction, on all.</summary>
    /// <exception cref="RefusalException">Not allowed, or somebody was faster (EtagStale).</exception>
    public async Task<Conflict> GiveAsync(Actor actor, ConflictView view, Verdict verdict, CancellationToken cancellation)
    {
        var written = await reconciler.TriageAsync(actor, view.Name, view.Conflict.Etag, verdict, null, "", default, cancellation);
        _ = given.AddLast((view.Name, view.Conflict.Key, verdict));
        if (given.Count > Remembered)
            given.RemoveFirst();
        return written.Conflict;
    }

    /// <summary>
    /// Takes the last verdict back. Nothing is lost: a dismissal is reopened, any other verdict is followed by "not sure".
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">The conflict as it stands.</param>
    /// <param name="cancellation">The end of the page.</param>
    /// <exception cref="RefusalException">Not allowed, or somebody was faster.</exception>
    public async Task<Conflict> TakeBackAsync(Actor actor, Conflict now, CancellationToken cancellation)
    {
        var (name, _, verdict) = given.Last!.Value;
        given.RemoveLast();
        var written = now.State == ConflictState.Dismissed
            ? await reconciler.ReopenAsync(actor, name, now.Etag, "The verdict was taken back.", default, cancellation)
            : verdict == Verdict.Unsure
                ? new(now, Proceedings.Of([]), 0)
                : await reconciler.TriageAsync(actor, name, now.Etag, Verdict.Unsure, null, "The verdict was taken back.", default, cancellation);
        return written.Conflict;
    }
}
