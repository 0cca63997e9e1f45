using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task A_reopened_merge_is_no_conflict_while_the_texts_are_equal()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.MergeIntoShared, "nearly equal") { Texts = [new(null, Definition: Agreed)] });
        _ = await room.ReopenAsync();

        var conflict = await room.ConflictAsync();

        Assert.Equal(ConflictState.Reopened, conflict.State);
        Assert.True(conflict.Severity < MeaningComparer.ConflictThreshold, $"{conflict.Severity}");
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Empty(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task Every_owner_takes_back_in_one_step_and_the_history_keeps_both()
    {
        var room = await RoomAsync();
        var (a, b) = (await room.ContentAsync("a"), await room.ContentAsync("b"));
        _ = await room.SettleAsync(new(Outcome.MergeIntoShared, "nearly equal") { Texts = [new(null, Definition: Agreed)] });
        _ = await RefusedAsync(ErrorReason.StateNotAllowed, () => TakeBackAsync(room, "a"));
        _ = await room.ReopenAsync();

        var offers = (await RecordAsync(room)).Offers;
        Assert.Equal(3, offers.Length);
        Assert.Null(Assert.Single(offers, offer => offer.Organisation == room.Engine.Tables.Current.Directory.Find(Engine.Organisation("p.shared"))!.Key).Before);
        _ = await RefusedAsync(ErrorReason.RoleMissing, () => TakeBackAsync(room, "a", room.OwnerOf("b")));
        _ = await TakeBackAsync(room, "a", room.OwnerOf("a"));
        _ = await TakeBackAsync(room, "b", room.OwnerOf("b"));
        _ = await TakeBackAsync(room, "p.shared", room.Translator);

        Assert.Equal((a, b), (await room.ContentAsync("a"), await room.ContentAsync("b")));
        Assert.Equal(3, (await room.Engine.CurrentAsync("a", "i"))!.Number);
        var conflict = await room.ConflictAsync();
        Assert.True(conflict.Warns && conflict.Severity >= MeaningComparer.ConflictThreshold);
        Assert.Equal(2, conflict.Parties.Length);
        Assert.Equal(2, (await room.Engine.LookUpAsync("incident")).Meanings.Count);
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));
        Assert.Empty((await RecordAsync(room)).Offers);
        Assert.DoesNotContain(
            (await room.MappingsAsync()).GroupBy(m => (m.A.EntryKey, m.B.EntryKey)).Select(group => group.Last()), mapping => mapping.State == MappingState.Confirmed);
        _ = await RefusedAsync(ErrorReason.ActNotFound, () => TakeBackAsync(room, "a"));
        _ = await RestartAsync(room.Engine);
    }

    [SkippableTheory]
    [InlineData(Outcome.AdoptOne)]
    [InlineData(Outcome.QualifyTerms)]
    [InlineData(Outcome.AgreeToDiffer)]
    [InlineData(Outcome.DeprecateOne)]
    [InlineData(Outcome.SplitEntry)]
    [InlineData(Outcome.ClarifyWording)]
    public async Task What_was_settled_is_taken_back_to_what_it_was(Outcome outcome)
    {
        var room = await RoomAsync();
        var before = (await room.ContentAsync("a"), await room.ContentAsync("b"));
        _ = await room.SettleAsync(outcome switch
        {
            Outcome.AdoptOne => new(outcome, "why") { Entry = Room.A },
            Outcome.QualifyTerms => Qualified(),
            Outcome.AgreeToDiffer => Differing(),
            Outcome.DeprecateOne => new(outcome, "why") { Entry = Room.B, Replacement = "outage" },
            Outcome.SplitEntry => new(outcome, "why") { Entry = Room.B, Texts = [new(null, "incident report", "The record of a disturbance."), new(null, "disturbance", Definitions.InTwoDays)] },
            _ => new ProposalDraft(outcome, "why") { Texts = [new(Room.B, Definition: Definitions.InTwoDays + " Days are business days.")] },
        });
        _ = await room.ReopenAsync();

        foreach (var owner in (await RecordAsync(room)).Offers.Select(offer => room.Engine.Tables.Current.Directory[offer.Organisation].Id).Distinct().ToArray())
            _ = await TakeBackAsync(room, owner.Value);

        Assert.Equal(before, (await room.ContentAsync("a"), await room.ContentAsync("b")));
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Equal("", meaning.ReplacedBy));
        Assert.Equal(2, (await room.Engine.LookUpAsync("incident")).Meanings.Count);
        Assert.True((await room.ConflictAsync()).Warns);
    }

    static async Task<ReconciliationWritten> TakeBackAsync(Room room, string organisation, Actor? actor = null)
    {
        var conflict = await room.ConflictAsync();
        return await room.Reconciler.TakeBackAsync(
            actor ?? Engine.Actor, Room.NameOf(conflict), conflict.Etag, Engine.Organisation(organisation), default, CancellationToken.None);
    }
}
