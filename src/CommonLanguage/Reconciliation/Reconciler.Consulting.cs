using CommonLanguage.Editing;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <content>From lining up to positions.</content>
public sealed partial class Reconciler
{
    /// <summary>Says what stands in a cell of the line-up, in place of what was read from the text.</summary>
    /// <param name="actor">A translator, or somebody who works for the entry's owner.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="entry">The column.</param>
    /// <param name="characteristic">The row, one that was read or a new one; 1 to 200 characters.</param>
    /// <param name="value">What the entry says of it, at most 2 000 characters; empty = nothing.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">As for triage; an entry that is not of the conflict.</exception>
    public Task<ReconciliationWritten> CorrectLineUpAsync(
        Actor actor, ConflictName name, string etag, EntryName entry, string characteristic, string value, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["line-up", entry.ToString(), characteristic, value], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                var party = @case.PartyOf(entry, "entry");
                SpeakOrTranslate(@case, party.Organisation);
                var correction = new LineUpCorrection(
                    Wording.OfTerm(characteristic, "characteristic"), party.EntryKey, Wording.OfLine(value, "value", Limits.Source));
                _ = @case.Write(correction, Working(@case));
            },
            cancellation);

    /// <summary>Fills in an organisation's short form about a conflict.</summary>
    /// <exception cref="RefusalException">As for triage; an organisation that is no party.</exception>
    public Task<ReconciliationWritten> AssessAsync(
        Actor actor, ConflictName name, string etag, OrganisationId organisation, AssessmentForm form, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["assess", organisation.Value, form.ToString()], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                var party = Party(@case, organisation);
                SpeakOrTranslate(@case, party.Key);
                var assessment = new Assessment(
                    party.Key, form.SameField, form.Overlap, Wording.OfText(form.BoundBy, "bound_by", Limits.Source, required: false), form.Cost,
                    Wording.OfText(form.Comment, "comment", Limits.Note, required: false));
                _ = @case.Write(assessment, Working(@case));
            },
            cancellation);

    /// <summary>
    /// Suggests an outcome with its texts. The proposal takes the place of the one before; positions on that one no longer count, and stay
    /// in the record. While a consultation runs, the proposal that is replaced is named.
    /// </summary>
    /// <param name="actor">A translator.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="draft">What is suggested.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">As for triage; the outcome lacks what it needs, or has what it cannot use (ProposalInvalid).</exception>
    public Task<ReconciliationWritten> ProposeAsync(
        Actor actor, ConflictName name, string etag, ProposalDraft draft, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["propose", draft.Fingerprint()], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Translate(actor, @case.Partnership);
                CheckReplaced(@case, draft.Replaces);
                var after = @case.Into(ConflictState.Reconciling);
                var proposal = ProposalRules.Check(@case, draft, @case.Proceedings.ProposalNumber + 1);
                // What the texts would make of the entries must be possible now, not only when it is resolved.
                var edits = Plan.Of(@case, proposal, validFrom: null);
                _ = @case.Write(proposal with { Consequences = Foresight.Of(@case, proposal, edits) }, after);
            },
            cancellation);

    // Positions that people have taken do not vanish unasked.
    static void CheckReplaced(Case @case, int replace)
    {
        var current = @case.Proceedings.ProposalNumber;
        if (@case.Conflict.State is not (ConflictState.Consultation or ConflictState.SignOff))
        {
            if (replace == 0 || replace == current)
                return;
        }
        else if (replace == current)
        {
            return;
        }

        var taken = @case.Proceedings.Positions.Count;
        throw replace == 0
            ? new RefusalException(
                ErrorReason.StateNotAllowed,
                FormattableString.Invariant($"Proposal {current} of {@case.Name} is under consultation, and {taken} {(taken == 1 ? "position was" : "positions were")} taken on it. To propose another in its place, name it: 'replace' {current}."),
                "replace",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["state"] = @case.Conflict.State.ToString(),
                    ["current"] = current.ToString(System.Globalization.CultureInfo.InvariantCulture),
                })
            : new RefusalException(
                ErrorReason.ProposalSuperseded,
                FormattableString.Invariant($"The last proposal of {@case.Name} is {current}, not {replace}; read that one first."),
                "replace",
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["proposal"] = replace.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    ["current"] = current.ToString(System.Globalization.CultureInfo.InvariantCulture),
                });
    }

    /// <summary>Lays the last proposal before the parties.</summary>
    /// <param name="actor">A translator or coordinator.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="proposal">Number of the proposal.</param>
    /// <param name="from">First day; null = today.</param>
    /// <param name="to">Last day; who has not taken a position by its end abstains.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">As for triage; a superseded proposal; a meaning changed since; days in the past or the wrong way round.</exception>
    public Task<ReconciliationWritten> OpenConsultationAsync(
        Actor actor, ConflictName name, string etag, int proposal, DateOnly? from, DateOnly to, WriteOptions options, CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["consult", $"{proposal}", $"{from:O}", $"{to:O}"], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                Permit.Lead(actor, @case.Partnership);
                @case.Standing(ConflictState.Reconciling);
                @case.StillMeans(@case.Proposal(proposal).Proposal.Pins);
                var first = NotPast(from ?? Today, "from_date");
                if (to < first)
                    throw Refusals.Unreadable(ErrorReason.DateInvalid, $"'to_date' ({to:O}) is before 'from_date' ({first:O}); give that day or a later one.", "to_date", $"{to:O}");
                _ = @case.Write(new Consultation(proposal, first, to), @case.Into(ConflictState.Consultation));
            },
            cancellation);

    /// <summary>Takes an organisation's position on a proposal; a later one takes its place.</summary>
    /// <param name="actor">A signatory of the organisation, who has not made the proposal.</param>
    /// <param name="name">The conflict.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="organisation">Whose position it is.</param>
    /// <param name="proposal">Number of the proposal.</param>
    /// <param name="stance">What the organisation says.</param>
    /// <param name="statement">Why; needed for a reservation and an objection.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">
    /// As for triage; no signatory; an own proposal; a superseded proposal; outside the days of the consultation; no statement.
    /// </exception>
    public Task<ReconciliationWritten> TakePositionAsync(
        Actor actor, ConflictName name, string etag, OrganisationId organisation, int proposal, Stance stance, string statement, WriteOptions options,
        CancellationToken cancellation) =>
        ActAsync(
            actor, name, etag, options, ["position", organisation.Value, $"{proposal}", $"{stance}", statement], ChangeKind.ReconciliationAdvanced,
            @case =>
            {
                var party = Party(@case, organisation);
                Permit.Sign(actor, party);
                var (current, author) = @case.Proposal(proposal);
                if (author == actor.Name && !actor.Rights.IsAlone)
                {
                    throw new RefusalException(
                        ErrorReason.OwnProposal,
                        FormattableString.Invariant($"{Shown.Quoted(actor.Name)} made proposal {proposal}; another signatory of {organisation.ResourceName} must take the position."),
                        "proposal");
                }

                @case.Standing(ConflictState.Consultation, ConflictState.SignOff);
                CheckDays(@case);
                var position = new Position(
                    party.Key, proposal, stance,
                    Wording.OfText(statement, "statement", Limits.Note, required: stance is Stance.Object or Stance.AcceptWithReservation), current.Pins);
                _ = @case.Write(position, @case.Into(ConflictState.SignOff));
            },
            cancellation);

    void CheckDays(Case @case)
    {
        var consultation = @case.Proceedings.Consultation!;
        if (Today >= consultation.From && Today <= consultation.To)
            return;
        throw new RefusalException(
            ErrorReason.DateInvalid,
            Today < consultation.From
                ? $"The consultation of {@case.Name} begins on {consultation.From:O}; take the position from then on."
                : $"The consultation of {@case.Name} ended on {consultation.To:O}; propose again and open another one.");
    }

    /// <summary>Lining up and assessing bring a triaged conflict to reconciling; later they change nothing of where it stands.</summary>
    static Conflict Working(Case @case)
    {
        @case.Standing(ConflictState.Triaged, ConflictState.Reopened, ConflictState.Reconciling, ConflictState.Consultation, ConflictState.SignOff);
        return @case.Conflict.State is ConflictState.Triaged or ConflictState.Reopened ? @case.Into(ConflictState.Reconciling) : @case.Conflict;
    }

    static void SpeakOrTranslate(Case @case, int organisation)
    {
        Permit.Scope(@case.Actor, Scopes.Reconcile);
        if (!Permit.Speaks(@case.Actor, organisation))
            Permit.Translate(@case.Actor, @case.Partnership);
    }

    static Organisation Party(Case @case, OrganisationId id)
    {
        var organisation = @case.Step.Tables.Directory.Get(id, "organisation", @case.Actor);
        return @case.Parties.Contains(organisation.Key)
            ? organisation
            : throw new RefusalException(ErrorReason.OrganisationNotFound, $"{id.ResourceName} is no party of {@case.Name}.", "organisation");
    }
}
