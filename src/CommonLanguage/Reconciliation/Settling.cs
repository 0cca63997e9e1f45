using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
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
        new Agreed(@case, proposal, [.. positions.Where(p => accepting.Contains(p.Organisation)).Select(SignatoryOf)]).Map(after, accepting, accepting);
        @case.Step.Put(after);
        var act = @case.Write(Record(rationale, review, after.Parties), after: null);
        @case.Step.Put(after with
        {
            Settlement = new(proposal.Outcome, act.Number, effective, NotesOf(after))
            {
                Reservations = [.. positions.Where(p => p.Stance == Stance.AcceptWithReservation).Select(p => new Reservation(p.Organisation, p.Statement))],
                Open = OpenIn(after, accepting),
                Unbound = UnboundIn(after, accepting),
            },
            Lapsed = null,
            Sequence = @case.Step.Sequence,
        });
    }

    /// <summary>Publishes what waits for one organisation.</summary>
    public void Publish(int organisation, int resolution, DateOnly? validFrom)
    {
        @case.Step.Settle(@case.Conflict);
        Publish(Plan.Of(@case, proposal, validFrom).RemoveAll(edit => edit.Organisation != organisation), _ => true);
        var after = @case.Step.Compared(@case.Conflict);
        HashSet<int> bound = [.. Accepting(), .. @case.Proceedings.Published.Select(effect => effect.Organisation), organisation];
        new Agreed(@case, proposal, [@case.Actor.Name]).Map(after, bound, new HashSet<int> { organisation });
        _ = @case.Write(new Publication(resolution, [.. effects]), after: null);
        @case.Step.Put(after with
        {
            Settlement = after.Settlement! with { Notes = NotesOf(after), Open = OpenIn(after, bound), Unbound = UnboundIn(after, bound) },
            Sequence = @case.Step.Sequence,
        });
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
            effects.Add(new(owner, revision.EntryKey, revision.Key, edit.Text) { By = AcceptedBy(owner) });
        }

        @case.Step.Apply();
    }

    Resolution Record(string rationale, DateOnly? review, ImmutableArray<ConflictParty> pins) =>
        new(proposal.Number, proposal.Outcome, rationale, positions, effective, review, [.. effects], pins);

    IEnumerable<int> Accepting() =>
        positions.Where(position => position.Stance is Stance.Accept or Stance.AcceptWithReservation).Select(position => position.Organisation);

    /// <summary>Entries that still part from one whose owner, or whose other side, has not accepted.</summary>
    ImmutableArray<long> OpenIn(Conflict after, HashSet<int> bound)
    {
        var open = new SortedSet<long>();
        foreach (var pair in after.Pairs)
        {
            var (a, b) = (after.Parties[pair.A], after.Parties[pair.B]);
            if (pair.Comparison.Conflict >= MeaningComparer.ConflictThreshold && !(IsBound(a, bound) && IsBound(b, bound)))
                open.UnionWith([a.EntryKey, b.EntryKey]);
        }

        return [.. open];
    }

    ImmutableArray<long> UnboundIn(Conflict after, HashSet<int> bound) => [.. after.Parties.Where(party => !IsBound(party, bound)).Select(party => party.EntryKey).Order()];

    bool IsBound(ConflictParty party, HashSet<int> bound) => party.Organisation == @case.Partnership.Shared || bound.Contains(party.Organisation);

    string? AcceptedBy(int organisation) =>
        positions.Any(position => position.Organisation == organisation && position.Stance is Stance.Accept or Stance.AcceptWithReservation)
            && @case.Proceedings.Positions.TryGetValue(organisation, out var taken)
            ? taken.Signatory
            : organisation == @case.Partnership.Shared ? null : @case.Actor.Name;

    string SignatoryOf(Position position) => @case.Proceedings.Positions[position.Organisation].Signatory;

    ImmutableArray<SettledNote> NotesOf(Conflict after) =>
        [.. after.Parties.Select(party => Notes.Of(@case, proposal, party)).OfType<SettledNote>()];
}
