using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>Carries an accepted proposal into the glossaries: texts, mappings and notes, in the step that resolves the conflict.</summary>
sealed class Settling(Case @case, Proposal proposal, ImmutableArray<Position> positions, DateOnly effective)
{
    readonly List<Effect> effects = [];

    /// <summary>Resolves the conflict.</summary>
    public void Resolve(string rationale, DateOnly? review, DateOnly? validFrom)
    {
        if (proposal.Outcome == Outcome.Deferred)
        {
            var deferred = @case.Into(ConflictState.Deferred) with { Review = review };
            _ = @case.Write(Record(rationale, review, @case.Conflict.Parties), deferred);
            return;
        }

        var resolved = @case.Into(ConflictState.Resolved);
        @case.Step.Settle(@case.Conflict);
        var accepting = Accepting().ToHashSet();
        Publish(Plan.Of(@case, proposal, validFrom), accepting.Contains);
        var after = @case.Step.Compared(resolved) with { Review = review };
        new Agreed(@case, proposal, [.. positions.Where(p => accepting.Contains(p.Organisation)).Select(SignatoryOf)]).Map(after, accepting);
        var act = @case.Write(Record(rationale, review, after.Parties), after: null);
        @case.Step.Put(after with { Settlement = new(proposal.Outcome, act.Number, effective, NotesOf(after)), Sequence = @case.Step.Sequence });
    }

    /// <summary>Publishes what waits for one organisation.</summary>
    public void Publish(int organisation, int resolution, DateOnly? validFrom)
    {
        @case.Step.Settle(@case.Conflict);
        Publish(Plan.Of(@case, proposal, validFrom).RemoveAll(edit => edit.Organisation != organisation), _ => true);
        var after = @case.Step.Compared(@case.Conflict);
        new Agreed(@case, proposal, [@case.Actor.Name]).Map(after, new HashSet<int> { organisation });
        _ = @case.Write(new Publication(resolution, [.. effects]), after: null);
        @case.Step.Put(after with { Settlement = after.Settlement! with { Notes = NotesOf(after) }, Sequence = @case.Step.Sequence });
    }

    void Publish(ImmutableArray<PlannedEdit> edits, Func<int, bool> accepts)
    {
        foreach (var edit in edits)
        {
            var owner = edit.Organisation == 0 ? @case.EnsureShared() : edit.Organisation;
            if (owner != @case.Partnership.Shared && edit.Organisation != 0 && !accepts(owner))
            {
                effects.Add(new(owner, edit.Before?.EntryKey ?? 0, 0, edit.Text));
                continue;
            }

            var revision = @case.Step.Add(owner, new(edit.EntryId, edit.Content, ContentHash.Of(edit.Content), edit.Before), RevisionState.Published);
            effects.Add(new(owner, revision.EntryKey, revision.Key, edit.Text));
        }

        @case.Step.Apply();
    }

    Resolution Record(string rationale, DateOnly? review, ImmutableArray<ConflictParty> pins) =>
        new(proposal.Number, proposal.Outcome, rationale, positions, effective, review, [.. effects], pins);

    IEnumerable<int> Accepting() =>
        positions.Where(position => position.Stance is Stance.Accept or Stance.AcceptWithReservation).Select(position => position.Organisation);

    string SignatoryOf(Position position) => @case.Proceedings.Positions[position.Organisation].Signatory;

    ImmutableArray<SettledNote> NotesOf(Conflict after) =>
        [.. after.Parties.Select(party => Notes.Of(@case, proposal, party)).OfType<SettledNote>()];
}
