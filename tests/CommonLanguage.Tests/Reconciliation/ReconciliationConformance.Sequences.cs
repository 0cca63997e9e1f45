using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;
using CsCheck;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    static readonly string[] Texts = [Definitions.InFourHours, Definitions.InTwoDays, Definitions.InNineWeeks, Definitions.InFourHoursDressed];

    /// <summary>Random actions of random people, most of them out of turn or not theirs to take, keep what must always hold.</summary>
    [SkippableTheory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    public async Task Whatever_people_do_in_whatever_order_keeps_the_invariants(uint seed)
    {
        // Drawn from a named seed and lived once: a store cannot be shrunk, and the same history comes again.
        var steps = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 3]).Array[200].Generate(new PCG(seed, seed), null, out _);
        await LiveAsync(await RoomAsync(), steps);
    }

    async Task LiveAsync(Room room, (int Action, int Person, int Choice)[] steps)
    {
        _ = await room.Engine.AddAsync("c", Engine.Content("incident", Definitions.InNineWeeks), "i");
        var done = 0;
        foreach (var (action, person, choice) in steps)
        {
            var before = await room.ConflictAsync();
            try
            {
                _ = await StepAsync(room, before, action, Somebody(room, person), choice);
                done++;
            }
            catch (RefusalException refusal)
            {
                Assert.NotEqual(ErrorReason.InternalFault, refusal.Reason);
                Assert.Equal(before, await room.ConflictAsync(), (x, y) => x.Etag == y.Etag && x.State == y.State);
                continue;
            }

            await AssertInvariantsAsync(room, before);
        }

        Assert.True(done > 20, $"Only {done} of {steps.Length} actions were allowed: the walk goes nowhere.");
        var state = await room.ConflictAsync();
        var acts = await room.Engine.Reader.ReadActsAsync(state.Key, CancellationToken.None);
        room = new(await RestartAsync(room.Engine));
        Assert.Equal(acts.Select(act => act.Number), (await room.Engine.Reader.ReadActsAsync(state.Key, CancellationToken.None)).Select(act => act.Number));
        Assert.Equal(Enumerable.Range(1, acts.Count), acts.Select(act => act.Number));
    }

    static Actor Somebody(Room room, int person) => person switch
    {
        0 => room.Translator,
        1 => room.SignatoryOf("a"),
        2 => room.SignatoryOf("b"),
        3 => room.SignatoryOf("c"),
        4 => room.Reader,
        _ => Engine.Actor,
    };

    /// <summary>One action on a conflict; answers with what it was acknowledged by.</summary>
    static async Task<object> StepAsync(Room room, Conflict conflict, int action, Actor actor, int choice)
    {
        var (name, etag, none) = (Room.NameOf(conflict), conflict.Etag, CancellationToken.None);
        var organisation = choice switch { 0 => "a", 1 => "b", _ => "c" };
        var proposal = Proceedings.Of(await room.Engine.Reader.ReadActsAsync(conflict.Key, none)).ProposalNumber;
        return action switch
        {
            0 => await room.Reconciler.TriageAsync(actor, name, etag, (Verdict)(choice + 1), null, "", default, none) as object,
            1 => await room.Reconciler.DismissAsync(actor, name, etag, choice == 0, "", default, none),
            2 when choice == 0 => await room.Reconciler.DeferAsync(actor, name, etag, "cost", new(2026, 9, 1), default, none),
            2 => await room.Reconciler.TakeBackAsync(actor, name, etag, Engine.Organisation(organisation), default, none),
            3 => await room.Reconciler.ReopenAsync(actor, name, etag, "again", default, none),
            4 => await room.Reconciler.ProposeAsync(actor, name, etag, Draft(choice) with { Replaces = choice == 0 ? 0 : proposal }, default, none),
            5 or 6 => await room.Reconciler.OpenConsultationAsync(actor, name, etag, proposal, null, new(2026, 12, 31), default, none),
            7 or 8 => await room.Reconciler.TakePositionAsync(
                actor, name, etag, Engine.Organisation(organisation), proposal, choice == 3 ? Stance.Object : Stance.Accept, "because", default, none),
            9 => await room.Reconciler.ResolveAsync(actor, name, etag, proposal, "", null, null, default, none),
            10 => await room.Reconciler.CommentAsync(actor, name, "hm", 0, default, none),
            _ => await room.Engine.ChangeAsync(organisation, "i", Engine.Content("incident", Texts[choice])),
        };
    }

    static ProposalDraft Draft(int choice) => choice switch
    {
        0 => new(Outcome.AdoptOne, "why") { Entry = Room.A },
        1 => new(Outcome.MergeIntoShared, "why") { Texts = [new(null, Definition: Agreed)] },
        2 => new(Outcome.NotAConflict, "why") { Relation = Relation.None },
        _ => new(Outcome.ClarifyWording, "why") { Texts = [new(Room.B, Definition: Definitions.InTwoDays + " Days are business days.")] },
    };

    static async Task AssertInvariantsAsync(Room room, Conflict before)
    {
        // One conflict a word and partnership; states along the edges only.
        var after = await room.ConflictAsync();
        Assert.True(
            after.State == before.State || ConflictStates.Allows(before.State, after.State) || ConflictStates.Follows(before.State, after.State),
            $"{before.State} became {after.State}.");

        // Exact mappings are transitive, and exclude every other between the same two.
        var latest = (await room.MappingsAsync()).GroupBy(m => (m.A.EntryKey, m.B.EntryKey)).Select(group => group.Last())
            .Where(m => m.State == MappingState.Confirmed).ToDictionary(m => (m.A.EntryKey, m.B.EntryKey));
        bool Same(long x, long y) => latest.TryGetValue((Math.Min(x, y), Math.Max(x, y)), out var m) && m is { Relation: Relation.Exact, Negated: false };
        var entries = latest.Keys.SelectMany(pair => (long[])[pair.Item1, pair.Item2]).Distinct().ToArray();
        foreach (var x in entries)
        {
            foreach (var y in entries)
            {
                foreach (var z in entries.Where(z => z != x && x != y && y != z && Same(x, y)))
                    Assert.True(!Same(y, z) || Same(x, z), $"{x} = {y} and {y} = {z}, but not {x} = {z}.");
            }
        }
    }
}
