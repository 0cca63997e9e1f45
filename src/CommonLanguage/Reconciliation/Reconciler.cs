using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// Brings a conflict to its settlement, step by step (after ISO 860 and the Norwegian public sector's concept coordination). Every step
/// checks the actor's role, the conflict's state and etag, and is one change of the log. Thread-safe.
/// </summary>
public sealed partial class Reconciler(WriteQueue queue, TimeProvider time)
{
    /// <summary>Says how two meanings relate: the first look at a conflict.</summary>
    /// <param name="actor">A translator.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="verdict">How the first meaning relates to the second.</param>
    /// <param name="pair">
    /// The two entries; null = the sharpest pair for a verdict with a direction, else every pair of the conflict.
    /// </param>
    /// <param name="comment">Free text.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">
    /// No such conflict, no translator, a stale etag, a state past triage, or a contradiction to mappings that people confirmed.
    /// </exception>
    public Task<ReconciliationWritten> TriageAsync(
        Actor actor, ConflictName name, string etag, Verdict verdict, (EntryName A, EntryName B)? pair, string comment, WriteOptions options,
        CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["triage", $"{verdict}", $"{pair?.A}", $"{pair?.B}", comment], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Translate(actor, @case.Partnership);
                @case.Standing(ConflictState.Detected, ConflictState.Triaged, ConflictState.Reopened, ConflictState.Reconciling);
                var text = Wording.OfText(comment, "comment", Limits.Note, required: false);
                var (a, b) = pair is { } named ? (@case.PartyOf(named.A, "a").EntryKey, @case.PartyOf(named.B, "b").EntryKey) : (0, 0);
                var triage = new Triage(verdict, a, b, @case.Conflict.Parties, text);
                var judged = Judging.Apply(@case, triage);
                _ = @case.Write(triage, verdict switch
                {
                    Verdict.Unsure => @case.Conflict,
                    Verdict.Same when judged.IsSettled => @case.Into(ConflictState.Dismissed),
                    _ => @case.Conflict.State == ConflictState.Reconciling ? @case.Conflict : @case.Into(ConflictState.Triaged),
                });
            },
            cancellation);

    /// <summary>Says that a conflict is none: the meanings are the same, or unrelated. Remembered until one of them changes.</summary>
    /// <exception cref="RefusalException">As for triage.</exception>
    public Task<ReconciliationWritten> DismissAsync(
        Actor actor, ConflictName name, string etag, bool isSame, string reason, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["dismiss", $"{isSame}", reason], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Translate(actor, @case.Partnership);
                var dismissal = new Dismissal(isSame, Wording.OfText(reason, "reason", Limits.Note, required: false), @case.Conflict.Parties);
                var after = @case.Into(ConflictState.Dismissed);
                Judging.All(@case, Relation.Exact, negated: !isSame, MappingState.Confirmed, dismissal.Reason);
                _ = @case.Write(dismissal, after);
            },
            cancellation);

    /// <summary>Puts a conflict off; look-ups go on to warn of it.</summary>
    /// <exception cref="RefusalException">As for triage; no reason, or a day that has passed.</exception>
    public Task<ReconciliationWritten> DeferAsync(
        Actor actor, ConflictName name, string etag, string reason, DateOnly review, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["defer", reason, $"{review:O}"], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Lead(actor, @case.Partnership);
                var deferral = new Deferral(Wording.OfText(reason, "reason", Limits.Note, required: true), NotPast(review, "review_date"));
                _ = @case.Write(deferral, @case.Into(ConflictState.Deferred) with { Review = review });
            },
            cancellation);

    /// <summary>Says who takes care of a conflict. A coordinator names anybody, a translator themself.</summary>
    /// <exception cref="RefusalException">As for triage; names somebody else without being a coordinator.</exception>
    public Task<ReconciliationWritten> AssignAsync(
        Actor actor, ConflictName name, string etag, IReadOnlyList<string> people, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["assign", .. people], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                if (people.All(person => person == actor.Name))
                    Permit.Lead(actor, @case.Partnership);
                else
                    Permit.Coordinate(actor, @case.Partnership);
                if (people.Count > Limits.Assignees)
                {
                    throw Refusals.TooManyValues(
                        FormattableString.Invariant($"{people.Count} people were named; a conflict is assigned to at most {Limits.Assignees}."), "people", people.Count, Limits.Assignees);
                }

                _ = @case.Write(
                    new Assignment([.. people.Select(person => Wording.OfTerm(person, "people")).Distinct(StringComparer.Ordinal)]), @case.Conflict);
            },
            cancellation);

    /// <summary>Says something about a conflict. Changes nothing of it, so that it needs no etag.</summary>
    /// <exception cref="RefusalException">No such conflict, or the actor has no part in it.</exception>
    public Task<ReconciliationWritten> CommentAsync(
        Actor actor, ConflictName name, string text, int replyTo, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, null, options, ["comment", text, $"{replyTo}"], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Scope(actor, Scopes.Reconcile);
                if (!@case.Parties.Any(party => Permit.Speaks(actor, party)))
                    Permit.Lead(actor, @case.Partnership);
                if (replyTo < 0 || replyTo > @case.Proceedings.Acts.Length)
                    throw new RefusalException(ErrorReason.ActNotFound, FormattableString.Invariant($"{name} has no act {replyTo} to answer."), "reply_to");
                _ = @case.Write(new Comment(Wording.OfText(text, "text", Limits.Note, required: true), replyTo), after: null);
            },
            cancellation);

    DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    DateOnly NotPast(DateOnly day, string field) => day >= Today
        ? day
        : throw Refusals.Unreadable(ErrorReason.DateInvalid, $"'{field}' ({day:O}) has passed; give a day from today ({Today:O}) on.", field, $"{day:O}");

    /// <summary>The one way of every act: find, compare with what was asked before, check the etag, act, log.</summary>
    Task<ReconciliationWritten> ActAsync(
        Actor actor, ConflictName name, string? etag, WriteOptions options, IEnumerable<string> request, ChangeKind kind, Action<Case> act,
        CancellationToken cancellation)
    {
        var sum = new ContentHash.Sum();
        sum.Add(name.ToString());
        sum.Add(etag);
        foreach (var part in request)
            sum.Add(part);
        var hash = sum.Finish();
        return queue.RunAsync<ReconciliationWritten>(
            (step, writer) =>
            {
                var (partnership, conflict) = Find(step, writer, actor, name);
                var @case = new Case(step, writer, actor, partnership, conflict);
                if (Requests.Find(writer, actor, options, hash) is { } first)
                    return new(new(conflict, @case.Proceedings, first.Sequence), null, "", actor);
                if (etag is not null)
                    Editor.CheckEtag(name.ToString(), etag, conflict.Etag, 0);
                act(@case);
                var after = step.Conflicts.FirstOrDefault(c => c.Key == conflict.Key) ?? conflict;
                var written = new ReconciliationWritten(after, @case.Proceedings, options.ValidateOnly ? 0 : step.Sequence);
                if (options.ValidateOnly)
                    return new(written, null, "", actor);
                if (options.RequestId.Length > 0)
                    writer.PutRequest(actor, options.RequestId, hash, name.ToString(), step.Sequence);
                return new(written, kind, name.ToString(), actor);
            },
            cancellation);
    }

    // A conflict of a partnership that the actor may not see is refused like one that does not exist.
    static (Partnership, Conflict) Find(WriteStep step, StoreWriter writer, Actor actor, ConflictName name)
    {
        if (step.Tables.Directory.Find(name.Partnership) is { } partnership && actor.Rights.Sees(partnership)
            && writer.Query(StoreReader.ConflictByName, Rows.Conflict, partnership.Key, name.Id) is [var conflict])
            return (partnership, conflict);
        throw Refusals.ConflictNotFound(name);
    }
}
