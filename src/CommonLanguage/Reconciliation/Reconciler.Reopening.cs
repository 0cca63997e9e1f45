using System.Collections.Immutable;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <content>From what holds back to the work, and what a settlement has written back to what stood before.</content>
public sealed partial class Reconciler
{
    /// <summary>Takes a settled conflict up again.</summary>
    /// <exception cref="RefusalException">As for triage; no reason; not settled.</exception>
    public Task<ReconciliationWritten> ReopenAsync(
        Actor actor, ConflictName name, string etag, string reason, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["reopen", reason], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                if (!@case.Parties.Any(party => actor.Rights.Has(Role.Owner, party)))
                    Permit.Lead(actor, @case.Partnership);
                Permit.Scope(actor, Scopes.Reconcile);
                var reopening = new Reopening(Wording.OfText(reason, "reason", Limits.Note, required: true));
                var after = @case.Into(ConflictState.Reopened) with { Settlement = null, Lapsed = @case.Conflict.Settlement ?? @case.Conflict.Lapsed, Review = null, Reopening = reopening.Reason };
                _ = @case.Write(reopening, @case.Step.Measured(after));
            },
            cancellation);

    /// <summary>
    /// Publishes again what stood before the last settlement, for one owner and in one step: the earlier texts as new revisions, entries
    /// that the settlement made are retired. The record and the history of each entry keep both.
    /// </summary>
    /// <param name="actor">An owner of the organisation; for the partnership's shared entries a translator or coordinator.</param>
    /// <param name="name">The conflict, reopened.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="organisation">Whose entries.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">As for triage; no owner; the conflict is settled, or nothing is there to take back.</exception>
    public Task<ReconciliationWritten> TakeBackAsync(
        Actor actor, ConflictName name, string etag, OrganisationId organisation, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["take-back", organisation.Value], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                var owner = @case.Step.Tables.Directory.Get(organisation, "organisation", actor);
                if (owner.Key == @case.Partnership.Shared)
                    Permit.Lead(actor, @case.Partnership);
                else
                    Permit.Publish(actor, owner);
                @case.Standing(ConflictState.Reopened, ConflictState.Triaged, ConflictState.Reconciling);
                var offers = Offers.Of(@case).RemoveAll(offer => offer.Organisation != owner.Key);
                if (offers.IsEmpty)
                    throw new RefusalException(ErrorReason.ActNotFound, $"There is nothing of {name} that {organisation.ResourceName} could take back.", "organisation");
                @case.Step.Settle(@case.Conflict);
                var effects = ImmutableArray.CreateBuilder<Effect>();
                foreach (var offer in offers)
                {
                    var content = (offer.Before ?? offer.Now).Content;
                    var revision = @case.Step.Add(
                        owner.Key, new(null, content, ContentHash.Of(content), offer.Now), offer.Before?.State ?? RevisionState.Retired);
                    effects.Add(new(owner.Key, revision.EntryKey, revision.Key, 0) { By = actor.Name });
                }

                @case.Step.Apply();
                var after = @case.Step.Measured(@case.Conflict);
                @case.Step.Outdate(after);
                _ = @case.Write(new TakingBack(@case.Proceedings.LastResolution!.Value.Number, owner.Key, effects.DrainToImmutable()), after);
            },
            cancellation);
}
