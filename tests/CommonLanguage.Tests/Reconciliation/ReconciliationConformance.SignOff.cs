using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task States_move_step_by_step()
    {
        var room = await RoomAsync();

        Assert.Equal(ConflictState.Triaged, (await room.TriageAsync(Verdict.Related)).Conflict.State);
        Assert.Equal(ConflictState.Reconciling, (await room.ProposeAsync(Differing())).Conflict.State);
        Assert.Equal(ConflictState.Consultation, (await room.ConsultAsync()).Conflict.State);
        Assert.Equal(ConflictState.SignOff, (await room.TakeAsync("a")).Conflict.State);
        Assert.Equal(ConflictState.SignOff, (await room.TakeAsync("b")).Conflict.State);
        Assert.Equal(ConflictState.Resolved, (await room.ResolveAsync()).Conflict.State);
        Assert.Equal(ConflictState.Reopened, (await room.ReopenAsync()).Conflict.State);
    }

    [SkippableFact]
    public async Task A_step_out_of_turn_is_refused_with_the_way_on()
    {
        var room = await RoomAsync();

        var refusal = await RefusedAsync(ErrorReason.StateNotAllowed, () => room.ProposeAsync(Differing()));

        Assert.Contains("Triage it first", refusal.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_translator_does_not_sign_for_a_party()
    {
        var room = await BeforeThePartiesAsync();

        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.TakeAsync("a", actor: room.Translator));
        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.TakeAsync("a", actor: room.SignatoryOf("b")));
        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.TakeAsync("a", actor: room.OwnerOf("a")));

        Assert.Equal(ConflictState.Consultation, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task Nobody_approves_an_own_proposal()
    {
        var room = await RoomAsync();
        var both = room.Person("tess", affiliated: ["a", "b"], roles: [("a", Role.Signatory)]);
        _ = await room.TriageAsync(Verdict.Related);
        _ = await room.ProposeAsync(Differing(), both);
        _ = await room.ConsultAsync();

        _ = await RefusedAsync(ErrorReason.OwnProposal, () => room.TakeAsync("a", actor: both));
    }

    [SkippableFact]
    public async Task A_position_on_a_superseded_proposal_is_refused()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.ProposeAsync(Qualified() with { Replaces = 1 });
        _ = await room.ConsultAsync(2);

        var refusal = await RefusedAsync(ErrorReason.ProposalSuperseded, () => room.TakeAsync("a", proposal: 1));

        Assert.Equal("2", refusal.Metadata["current"]);
    }

    [SkippableFact]
    public async Task Positions_on_a_superseded_proposal_no_longer_count()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a");
        _ = await room.TakeAsync("b");
        _ = await room.ProposeAsync(Qualified() with { Replaces = 1 });
        _ = await room.ConsultAsync(2);

        var refusal = await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync(2));

        Assert.Equal("organisations/a, organisations/b", refusal.Metadata["missing"]);
    }

    [SkippableFact]
    public async Task Of_two_sign_offs_at_once_one_reads_again()
    {
        var room = await BeforeThePartiesAsync();
        var etag = (await room.ConflictAsync()).Etag;

        var both = new[] { room.TakeAsync("a", etag: etag), room.TakeAsync("b", etag: etag) };
        var done = await Task.WhenAll(both.Select(async take => { try { _ = await take; return true; } catch (RefusalException refusal) { Assert.Equal(ErrorReason.EtagStale, refusal.Reason); return false; } }));

        Assert.Single(done, isDone => isDone);
    }

    [SkippableFact]
    public async Task An_objection_needs_a_statement_and_stops_it_where_all_must_agree()
    {
        var room = await BeforeThePartiesAsync();
        var conflict = await room.ConflictAsync();
        _ = await RefusedAsync(ErrorReason.ValueMissing, () => room.Reconciler.TakePositionAsync(
            room.SignatoryOf("a"), Room.NameOf(conflict), conflict.Etag, Engine.Organisation("a"), 1, Stance.Object, " ", default, CancellationToken.None));
        _ = await room.TakeAsync("a", Stance.Object);
        _ = await room.TakeAsync("b");

        var refusal = await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync());

        Assert.Equal("organisations/a", refusal.Metadata["objecting"]);
    }

    [SkippableFact]
    public async Task A_reservation_is_an_agreement_that_is_kept()
    {
        var room = await RoomAsync();
        await room.SignAsync(Differing(), Stance.AcceptWithReservation);

        var written = await room.ResolveAsync();

        Assert.Equal(Stance.AcceptWithReservation, written.Proceedings.Resolution!.Value.Resolution.Positions[0].Stance);
        Assert.Equal("because of the contract", written.Proceedings.Resolution!.Value.Resolution.Positions[0].Statement);
    }

    [SkippableFact]
    public async Task Who_does_not_answer_by_the_last_day_abstains()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a");
        _ = await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync());
        room.Engine.Clock.MoveTo(2026, 4, 1);

        var written = await room.ResolveAsync();

        Assert.Equal(Stance.Abstain, written.Proceedings.Resolution!.Value.Resolution.Positions.Single(p => p.Organisation != 1).Stance);
        _ = await RefusedAsync(ErrorReason.StateNotAllowed, () => room.TakeAsync("b"));
    }

    [SkippableTheory]
    [InlineData(SignOffKind.All, 0, Stance.Abstain, true)]
    [InlineData(SignOffKind.All, 0, Stance.Object, false)]
    [InlineData(SignOffKind.Majority, 0, Stance.Abstain, true)]
    [InlineData(SignOffKind.Majority, 0, Stance.Object, false)]
    [InlineData(SignOffKind.Minimum, 1, Stance.Object, true)]
    [InlineData(SignOffKind.Minimum, 2, Stance.Abstain, false)]
    [InlineData(SignOffKind.Minimum, 9, Stance.Accept, true)]
    public async Task The_partnerships_rule_says_when_a_proposal_is_accepted(SignOffKind kind, int minimum, Stance ofB, bool isAccepted)
    {
        var room = await RoomAsync();
        var etag = room.Engine.Tables.Current.Directory.Get(Engine.Partnership("p"), "p").Etag;
        _ = await room.Engine.Partners.UpdatePartnershipAsync(
            Engine.Actor, Engine.Partnership("p"), etag, null, null, null, SignOffRule.Of(kind, minimum, "sign_off"), default, CancellationToken.None);
        await room.SignAsync(Differing(), Stance.Accept, ofB);

        if (isAccepted)
            Assert.Equal(ConflictState.Resolved, (await room.ResolveAsync()).Conflict.State);
        else
            _ = await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync());
    }

    [SkippableFact]
    public async Task The_text_of_a_party_that_did_not_accept_waits_for_its_owner()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a");
        room.Engine.Clock.MoveTo(2026, 4, 1);
        var written = await room.ResolveAsync();

        Assert.Equal("As the energy act says.", (await room.ContentAsync("a")).ScopeNote);
        Assert.Equal("", (await room.ContentAsync("b")).ScopeNote);
        Assert.Equal(0, written.Proceedings.Resolution!.Value.Resolution.Effects.Single(effect => effect.Organisation == 2).Revision);

        _ = await RefusedAsync(ErrorReason.RoleMissing, () => PublishAsync(room, "b", room.OwnerOf("a")));
        _ = await PublishAsync(room, "b", room.OwnerOf("b"));

        Assert.Equal("As the telecoms act says.", (await room.ContentAsync("b")).ScopeNote);
        Assert.Equal(ConflictState.Resolved, (await room.ConflictAsync()).State);
        _ = await RefusedAsync(ErrorReason.ActNotFound, () => PublishAsync(room, "b", room.OwnerOf("b")));
    }

    [SkippableFact]
    public async Task A_change_of_meaning_before_the_parties_takes_it_back_to_reconciling()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a");

        _ = await room.Engine.ChangeAsync("b", "i", Engine.Content("incident", Definitions.InNineWeeks));

        Assert.Equal(ConflictState.Reconciling, (await room.ConflictAsync()).State);
        _ = await RefusedAsync(ErrorReason.StateNotAllowed, () => room.ResolveAsync());
        _ = await RefusedAsync(ErrorReason.MeaningChanged, () => room.ConsultAsync());
    }

    [SkippableFact]
    public async Task A_reader_resolves_nothing()
    {
        var room = await RoomAsync();
        await room.SignAsync(Differing());

        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.ResolveAsync(actor: room.Reader));
        _ = await RefusedAsync(ErrorReason.ConflictNotFound, () => room.ResolveAsync(actor: room.Stranger));

        Assert.Equal(ConflictState.SignOff, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task An_owner_does_not_edit_another_organisations_entry()
    {
        var room = await RoomAsync();
        var before = (await room.Engine.CurrentAsync("b", "i"))!;

        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.Engine.Editor.UpdateEntryAsync(
            room.OwnerOf("a"), Room.B, before.Etag, content => content.With(definition: "Something else."), default, CancellationToken.None));
        _ = await RefusedAsync(ErrorReason.OrganisationNotFound, () => room.Engine.Editor.UpdateEntryAsync(
            room.Stranger, Room.B, before.Etag, content => content.With(definition: "Something else."), default, CancellationToken.None));

        Assert.Equal(before.Number, (await room.Engine.CurrentAsync("b", "i"))!.Number);
    }

    [SkippableFact]
    public async Task A_proposal_that_lacks_what_its_outcome_needs_says_what()
    {
        var room = await RoomAsync();
        _ = await room.TriageAsync(Verdict.Related);

        foreach (var outcome in Enum.GetValues<Outcome>().Except([Outcome.NotAConflict]))
            _ = await RefusedAsync(ErrorReason.ProposalInvalid, () => room.ProposeAsync(new(outcome, "why")));
        _ = await RefusedAsync(ErrorReason.ValueMissing, () => room.ProposeAsync(new(Outcome.NotAConflict, "")));
        var refusal = await RefusedAsync(ErrorReason.ProposalInvalid, () => room.ProposeAsync(new(Outcome.QualifyTerms, "why")
        {
            Texts = [new(Room.A, "incident"), new(Room.B, "incident (service)")],
        }));

        Assert.Contains("differ from one another and from the bare word", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await room.Reconciler.CommentAsync(
            room.Translator, Room.NameOf(await room.ConflictAsync()), "hm", 0, default, CancellationToken.None)).Proceedings.Current);
    }

    async Task<Room> BeforeThePartiesAsync()
    {
        var room = await RoomAsync();
        _ = await room.TriageAsync(Verdict.Related);
        _ = await room.ProposeAsync(Differing());
        _ = await room.ConsultAsync();
        return room;
    }

    static async Task<ReconciliationWritten> PublishAsync(Room room, string organisation, Actor actor)
    {
        var conflict = await room.ConflictAsync();
        return await room.Reconciler.PublishAsync(actor, Room.NameOf(conflict), conflict.Etag, Engine.Organisation(organisation), default, CancellationToken.None);
    }
}
