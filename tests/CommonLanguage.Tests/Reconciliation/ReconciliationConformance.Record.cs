using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task The_record_keeps_every_proposal_and_position_also_after_a_reopening()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a", Stance.AcceptWithReservation);
        _ = await room.ProposeAsync(Qualified() with { Replaces = 1 });
        _ = await room.ConsultAsync(2);
        _ = await room.TakeAsync("a", proposal: 2);
        _ = await room.TakeAsync("b", proposal: 2);
        _ = await room.ResolveAsync(2);
        _ = await room.ReopenAsync();

        var record = await RecordAsync(room);

        Assert.Equal([1, 2], record.Proceedings.Proposals.Select(one => one.Proposal.Number));
        Assert.Equal([(1, "because of the contract"), (2, ""), (2, "")], record.Proceedings.AllPositions.Select(one => (one.Position.Proposal, one.Position.Statement)));
        Assert.DoesNotContain(record.Proceedings.AllPositions, one => one.Counts);
        Assert.Equal(Outcome.QualifyTerms, record.Proceedings.LastResolution!.Value.Resolution.Outcome);
        Assert.Null(record.Proceedings.Resolution);
    }

    [SkippableFact]
    public async Task A_past_step_shows_the_state_and_the_texts_of_then()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });
        var whole = await RecordAsync(room);

        var then = await RecordAsync(room, step: 2);

        Assert.Equal((2, whole.Step), (then.Step, then.LastStep));
        Assert.Equal(ConflictState.Reconciling, then.Conflict.State);
        Assert.Equal([Definitions.InFourHours, Definitions.InTwoDays], then.Texts.Select(text => text.Content.Definition));
        Assert.True(then.Conflict.Severity > .5, $"{then.Conflict.Severity}");
        Assert.Null(then.Conflict.Settlement);
        Assert.Equal([Definitions.InFourHours, Definitions.InFourHours], whole.Texts.Select(text => text.Content.Definition));
        _ = await RefusedAsync(ErrorReason.ActNotFound, () => RecordAsync(room, step: 99));
    }

    [SkippableFact]
    public async Task The_document_holds_texts_positions_reservations_revisions_and_a_hash()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a", Stance.AcceptWithReservation);
        _ = await room.TakeAsync("b");
        _ = await room.ResolveAsync();

        var (document, hash) = RecordDocument.Write(await RecordAsync(room));

        foreach (var part in new[] { "Reservation: because of the contract", "organisations/a/entries/i/revisions/1", "sig-b", "As the energy act says.", hash })
            Assert.Contains(part, document, StringComparison.Ordinal);
        Assert.True(SealedText.IsIntact(document));
        Assert.False(SealedText.IsIntact(document.Replace("energy", "enemy", StringComparison.Ordinal)));
        Assert.Null(SealedText.IsIntact("# Another document\n"));
        Assert.Equal((document, hash), RecordDocument.Write(await RecordAsync(room)));
    }

    [SkippableFact]
    public async Task A_proposal_says_what_it_does_before_anybody_signs()
    {
        var room = await RoomAsync();
        _ = await room.TriageAsync(Verdict.Related);
        _ = await room.ProposeAsync(Qualified());

        var consequences = (await RecordAsync(room)).Proceedings.Current!.Value.Proposal.Consequences;

        Assert.Equal(2, consequences.Count(consequence => consequence.IsText));
        var words = string.Join(' ', consequences.Select(consequence => consequence.Sentence));
        foreach (var part in new[] { "'incident (security)' becomes its preferred term.", "'incident' becomes deprecated; readers are told to use 'incident (security)'.", "recorded as not the same", "is deprecated" })
            Assert.Contains(part, words, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_running_consultation_is_replaced_by_name_only()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a");

        var refusal = await RefusedAsync(ErrorReason.StateNotAllowed, () => room.ProposeAsync(Qualified()));
        Assert.Contains("'replace' 1", refusal.Message, StringComparison.Ordinal);
        _ = await RefusedAsync(ErrorReason.ProposalSuperseded, () => room.ProposeAsync(Qualified() with { Replaces = 2 }));
        _ = await room.ProposeAsync(Qualified() with { Replaces = 1 });

        Assert.Equal((1, false), Assert.Single((await RecordAsync(room)).Proceedings.AllPositions.Select(one => (one.Position.Proposal, one.Counts))));
    }

    [SkippableFact]
    public async Task The_next_step_is_one_that_is_accepted()
    {
        var room = await BeforeThePartiesAsync();
        _ = await room.TakeAsync("a", Stance.Object);
        Assert.Equal([NextStepKind.Position], (await RecordAsync(room)).Next.Select(step => step.Kind));
        _ = await room.TakeAsync("b");

        var next = (await RecordAsync(room)).Next;

        Assert.Equal([NextStepKind.Propose, NextStepKind.Defer], next.Select(step => step.Kind));
        Assert.Contains("something that a can accept", next[0].Sentence, StringComparison.Ordinal);
        _ = await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync());
    }

    [SkippableFact]
    public async Task An_organisation_of_several_senses_says_which_adopts()
    {
        var room = await RoomAsync();
        _ = await room.Engine.AddAsync("b", Engine.Content("incident", "A chapter of a novel in which something happens."), "j");
        _ = await room.TriageAsync(Verdict.Related);
        ProposalDraft draft = new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A };

        var refusal = await RefusedAsync(ErrorReason.ProposalInvalid, () => room.ProposeAsync(draft));
        Assert.Contains("organisations/b/entries/i, organisations/b/entries/j", refusal.Message, StringComparison.Ordinal);
        _ = await room.SettleAsync(draft with { Texts = [new(Room.B)] });

        Assert.Equal(Definitions.InFourHours, (await room.ContentAsync("b")).Definition);
        Assert.StartsWith("A chapter", (await room.ContentAsync("b", "j")).Definition, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_source_follows_the_text()
    {
        var room = await RoomAsync();
        _ = await room.Engine.ChangeAsync("a", "i", Sourced(Definitions.InFourHours, "Energy act"));
        _ = await room.Engine.ChangeAsync("b", "i", Sourced(Definitions.InTwoDays, "Telecoms act"));
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });

        Assert.Equal("adopted from organisations/a/entries/i; Energy act", (await room.ContentAsync("b")).Source);
        Assert.Equal("sig-b", Assert.Single((await RecordAsync(room)).Proceedings.Resolution!.Value.Resolution.Effects).By);
        var own = await room.ContentAsync("b");
        _ = await room.Engine.ChangeAsync("b", "i", new(own.Terms, Definitions.InNineWeeks, own.Language, source: own.Source));
        Assert.Equal("modified from organisations/a/entries/i; Energy act", (await room.ContentAsync("b")).Source);
        Assert.Equal("", (await room.ContentAsync("b")).Adopts);

        static EntryContent Sourced(string definition, string source) => new([new Term("incident")], definition, LanguageTag.Parse("en", "l"), source: source);
    }

    static Task<CaseRecord> RecordAsync(Room room, int step = 0) => RecordOfAsync(room, step);

    static async Task<CaseRecord> RecordOfAsync(Room room, int step) => await new ReconciliationReader(room.Engine.Reader, room.Engine.Tables, room.Engine.Clock)
        .ReadRecordAsync(Engine.Actor, Room.NameOf(await room.ConflictAsync()), step, null, CancellationToken.None);
}
