using System.Collections.Immutable;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <content>From the last position to what holds.</content>
public sealed partial class Reconciler
{
    /// <summary>
    /// Settles a conflict as its last proposal says, once the partnership's sign-off rule is met: the texts of those who accepted are
    /// published, mappings confirmed, notes put where readers see them, all in one transaction. The texts of others wait for them.
    /// </summary>
    /// <param name="actor">A translator or coordinator.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="proposal">Number of the proposal.</param>
    /// <param name="rationale">Why; empty = the proposal's.</param>
    /// <param name="effective">First day it holds; null = today.</param>
    /// <param name="review">Day on which to look again; null = the proposal's.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">
    /// As for triage; a superseded proposal; positions missing or the rule not met; a meaning changed since; a contradiction to mappings
    /// that people confirmed.
    /// </exception>
    public Task<ReconciliationWritten> ResolveAsync(
        Actor actor, ConflictName name, string etag, int proposal, string rationale, DateOnly? effective, DateOnly? review, WriteOptions options,
        CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["resolve", $"{proposal}", rationale, $"{effective:O}", $"{review:O}"], ChangeKind.ConflictResolved,
            @case =>
            {
                Permit.Lead(actor, @case.Partnership);
                @case.Standing(ConflictState.Consultation, ConflictState.SignOff);
                var (current, _) = @case.Proposal(proposal);
                @case.StillMeans(current.Pins);
                var positions = SignOff.Check(@case, Today);
                var first = NotPast(effective ?? Today, "effective_date");
                var next = review ?? current.Review;
                if (next <= first)
                    throw new RefusalException(ErrorReason.DateInvalid, $"'review_date' ({next:O}) must be later than the first day it holds ({first:O}).", "review_date");
                var why = Wording.OfText(rationale, "rationale", Limits.Note, required: false) is { Length: > 0 } given ? given : current.Rationale;
                new Settling(@case, current, positions, first).Resolve(why, next, first > Today ? first : null);
            },
            cancellation);

    /// <summary>Publishes for an organisation that had not accepted what a resolution had left waiting for it.</summary>
    /// <exception cref="RefusalException">As for triage; no owner of the organisation; nothing waits for it.</exception>
    public Task<ReconciliationWritten> PublishAsync(
        Actor actor, ConflictName name, string etag, OrganisationId organisation, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["publish", organisation.Value], ChangeKind.ConflictResolved,
            @case =>
            {
                var party = Party(@case, organisation);
                Permit.Publish(actor, party);
                @case.Standing(ConflictState.Resolved);
                var (resolution, number) = @case.Proceedings.Resolution!.Value;
                ImmutableArray<Effect> waiting =
                [
                    .. resolution.Effects.Where(effect => effect.Organisation == party.Key && effect.Revision == 0
                        && !@case.Proceedings.Published.Any(done => Proceedings.IsDone(effect, done))),
                ];
                if (waiting.IsEmpty)
                    throw new RefusalException(ErrorReason.ActNotFound, $"Nothing of {name} waits for {organisation.ResourceName}.", "organisation");
                var (current, _) = @case.Proceedings.Current!.Value;
                var first = resolution.Effective;
                new Settling(@case, current, resolution.Positions, first).Publish(party.Key, number, first > Today ? first : null);
            },
            cancellation);
}
