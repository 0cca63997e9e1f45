using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

/// <summary>Requests sent again, ids of somebody else's, and two steps at once: each is refused with its reason, and nothing is changed.</summary>
public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task A_replayed_sign_off_signs_nothing_else()
    {
        var room = await BeforeThePartiesAsync();
        var (name, etag) = (Room.NameOf(await room.ConflictAsync()), (await room.ConflictAsync()).Etag);
        Task<ReconciliationWritten> SendAsync(string organisation, Stance stance) => room.Reconciler.TakePositionAsync(
            room.SignatoryOf(organisation), name, etag, Engine.Organisation(organisation), 1, stance, "", new("r1"), CancellationToken.None);
        var first = await SendAsync("a", Stance.Accept);
        _ = await room.ProposeAsync(Qualified() with { Replaces = 1 });
        _ = await room.ConsultAsync(2);
        var before = await room.Engine.ChangesAsync();

        Assert.Equal(first.Sequence, (await SendAsync("a", Stance.Accept)).Sequence);
        _ = await RefusedAsync(ErrorReason.RequestIdReused, () => SendAsync("a", Stance.Abstain));
        // The id belongs to who sent it: from somebody else it is another request, which comes too late.
        _ = await RefusedAsync(ErrorReason.EtagStale, () => SendAsync("b", Stance.Accept));

        Assert.Equal(before.Count, (await room.Engine.ChangesAsync()).Count);
        Assert.Equal("organisations/a, organisations/b", (await RefusedAsync(ErrorReason.SignOffIncomplete, () => room.ResolveAsync(2))).Metadata["missing"]);
    }

    [SkippableFact]
    public async Task A_replayed_settlement_does_not_settle_what_was_opened_again()
    {
        var room = await RoomAsync();
        await room.SignAsync(Differing());
        var (name, etag) = (Room.NameOf(await room.ConflictAsync()), (await room.ConflictAsync()).Etag);
        Task<ReconciliationWritten> SendAsync() => room.Reconciler.ResolveAsync(room.Translator, name, etag, 1, "", null, null, new("r1"), CancellationToken.None);
        var first = await SendAsync();
        _ = await room.ReopenAsync();
        var before = await room.Engine.ChangesAsync();

        Assert.Equal(first.Sequence, (await SendAsync()).Sequence);

        Assert.Equal(before.Count, (await room.Engine.ChangesAsync()).Count);
        Assert.Equal(ConflictState.Reopened, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task Of_two_settlements_at_once_one_reads_again()
    {
        var room = await RoomAsync();
        await room.SignAsync(Differing());
        var (name, etag) = (Room.NameOf(await room.ConflictAsync()), (await room.ConflictAsync()).Etag);

        var faults = await Task.WhenAll(((string[])["tess", "tom"]).Select(person => Record.ExceptionAsync(() => room.Reconciler.ResolveAsync(
            room.Person(person, affiliated: ["a", "b"]), name, etag, 1, "", null, null, default, CancellationToken.None))));

        Assert.Equal(ErrorReason.EtagStale, Assert.IsType<RefusalException>(Assert.Single(faults, fault => fault is not null)).Reason);
        Assert.Equal(ConflictState.Resolved, (await room.ConflictAsync()).State);
        Assert.Single(await room.Engine.ChangesAsync(), change => change.Kind == ChangeKind.ConflictResolved);
    }

    [SkippableFact]
    public async Task Ids_of_another_partnership_reach_nothing()
    {
        var room = await BeforeThePartiesAsync();
        var own = await room.ConflictAsync();
        var foreign = await ForeignConflictAsync(room);
        var before = await room.Engine.ChangesAsync();
        var (engine, a) = (room.Reconciler, Engine.Organisation("a"));

        // The foreign one under its own name, to people of this partnership; and under a name of this partnership, to anybody at all.
        foreach (var (name, anybody) in ((ConflictName, bool)[])[(new(Engine.Partnership("q"), foreign.Id), false), (new(Engine.Partnership("p"), foreign.Id), true)])
        {
            var (translator, signatory) = anybody ? (Engine.Actor, Engine.Actor) : (room.Translator, room.SignatoryOf("a"));
            foreach (var step in (Func<Task>[])[
                () => engine.TriageAsync(translator, name, foreign.Etag, Verdict.Related, null, "", default, CancellationToken.None),
                () => engine.ProposeAsync(translator, name, foreign.Etag, Differing(), default, CancellationToken.None),
                () => engine.OpenConsultationAsync(translator, name, foreign.Etag, 1, null, new(2026, 3, 31), default, CancellationToken.None),
                () => engine.TakePositionAsync(signatory, name, foreign.Etag, a, 1, Stance.Accept, "", default, CancellationToken.None),
                () => engine.ResolveAsync(translator, name, foreign.Etag, 1, "", null, null, default, CancellationToken.None),
                () => engine.PublishAsync(signatory, name, foreign.Etag, a, default, CancellationToken.None),
                () => engine.CommentAsync(translator, name, "hm", 0, default, CancellationToken.None)])
                _ = await RefusedAsync(ErrorReason.ConflictNotFound, step);
        }

        // Nor does an organisation sign that has no part in the conflict, whether it is a partner, foreign or none at all.
        foreach (var organisation in (string[])["c", "x", "nobody"])
        {
            _ = await RefusedAsync(ErrorReason.OrganisationNotFound, () => engine.TakePositionAsync(
                room.Person("sig", affiliated: ["a"], roles: [("a", Role.Signatory), ("c", Role.Signatory), ("x", Role.Signatory)]),
                Room.NameOf(own), own.Etag, Engine.Organisation(organisation), 1, Stance.Accept, "", default, CancellationToken.None));
        }

        Assert.Equal(before.Count, (await room.Engine.ChangesAsync()).Count);
    }

    [SkippableFact]
    public async Task A_proposal_names_no_entry_of_anybody_else()
    {
        var room = await BeforeThePartiesAsync();
        var own = await room.ConflictAsync();
        _ = await ForeignConflictAsync(room);
        var before = await room.Engine.ChangesAsync();

        var refusals = new List<string>();
        foreach (var entry in (EntryName[])[Engine.Name("x", "i"), Engine.Name("nobody", "i"), Engine.Name("a", "another")])
        {
            foreach (var draft in (ProposalDraft[])[
                new(Outcome.AdoptOne, "why") { Entry = entry },
                new(Outcome.DeprecateOne, "why") { Entry = entry, Replacement = "disturbance" },
                new(Outcome.QualifyTerms, "why") { Texts = [new(Room.A, "incident (security)"), new(entry, "incident (service)")] }])
            {
                var refusal = await Assert.ThrowsAsync<RefusalException>(() => room.Reconciler.ProposeAsync(room.Translator, Room.NameOf(own), own.Etag, draft, default, CancellationToken.None));
                refusals.Add($"{draft.Outcome} {refusal.Reason} {refusal.Message.Replace(entry.ToString(), "ENTRY", StringComparison.Ordinal)}");
            }
        }

        // What is there and hidden is refused in the words for what is not there.
        Assert.Equal(3, refusals.Distinct().Count());
        Assert.Equal(before.Count, (await room.Engine.ChangesAsync()).Count);
    }

    static async Task<Conflict> ForeignConflictAsync(Room room)
    {
        foreach (var (organisation, definition) in ((string, string)[])[("x", Definitions.InFourHours), ("y", Definitions.InTwoDays)])
        {
            _ = await room.Engine.AddOrganisationAsync(organisation);
            _ = await room.Engine.AddAsync(organisation, Engine.Content("outage", definition), "i");
        }

        _ = await room.Engine.AddPartnershipAsync("q", "x", "y");
        return (await room.Engine.ConflictsAsync()).Single(conflict => conflict.Term == "outage");
    }
}
