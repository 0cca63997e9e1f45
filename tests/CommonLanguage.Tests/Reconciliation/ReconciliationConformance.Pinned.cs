using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Not_a_conflict_is_silent(bool isSame)
    {
        var room = await RoomAsync();

        _ = await room.DismissAsync(isSame);

        Assert.Equal(!isSame, Assert.Single(await room.MappingsAsync()).Negated);
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Empty(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task Not_a_conflict_stays_quiet_over_a_comma_a_restart_and_another_import()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: true);
        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InFourHoursDressed));
        var engine = await RestartAsync(room.Engine);
        room = new(engine);
        var report = await engine.ImportAsync("b", $"term,definition\nincident,{Definitions.InTwoDays}\n");
        _ = await engine.ChangeAsync("b", "i", Engine.Content("incident", Definitions.InTwoDays + " "));
        _ = await engine.ChangeAsync("b", "i", Engine.Content("incident", Definitions.InTwoDays.Replace("A d", "a d", StringComparison.Ordinal)));

        Assert.Equal(0, report.ConflictsOpened);
        Assert.Equal(ConflictState.Dismissed, (await room.ConflictAsync()).State);
        Assert.Equal(MappingState.Confirmed, (await room.MappingsAsync())[^1].State);
        Assert.All((await engine.LookUpAsync("incident")).Meanings, meaning => Assert.Empty(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task Not_a_conflict_stays_quiet_under_another_version_of_the_comparison()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: false);
        // As an earlier program would have left it: the same decision, made under another comparison.
        await SetComparerVersionAsync(room, "0");

        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InFourHoursDressed));

        Assert.Equal((ConflictState.Dismissed, "0"), ((await room.ConflictAsync()).State, (await room.ConflictAsync()).ComparerVersion));
    }

    [SkippableFact]
    public async Task A_change_of_meaning_reopens_with_the_reason_and_makes_the_mapping_stale()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: false);

        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InNineWeeks));

        var conflict = await room.ConflictAsync();
        Assert.Equal(ConflictState.Reopened, conflict.State);
        Assert.Contains("4 hours", conflict.Reopening, StringComparison.Ordinal);
        Assert.Equal(MappingState.Stale, (await room.MappingsAsync())[^1].State);
        var acts = await room.Engine.Reader.ReadActsAsync(conflict.Key, CancellationToken.None);
        Assert.Equal(conflict.Reopening, Assert.IsType<Reopening>(acts[^1].Act).Reason);
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task A_change_of_meaning_that_ends_the_difference_closes_what_was_settled()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: false);

        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InTwoDays));

        Assert.Equal(ConflictState.Closed, (await room.ConflictAsync()).State);
        Assert.Equal(MappingState.Stale, (await room.MappingsAsync())[^1].State);
    }

    [SkippableFact]
    public async Task Commas_do_not_add_up_to_a_change_that_goes_unseen()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: false);
        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InFourHoursDressed));

        Assert.Equal(
            (await room.Engine.Reader.ReadActsAsync((await room.ConflictAsync()).Key, CancellationToken.None)).Select(act => act.Act).OfType<Dismissal>().Single().Pins.ToArray(),
            (await room.ConflictAsync()).Parties.ToArray());
    }

    [SkippableFact]
    public async Task Somebody_who_joins_with_another_meaning_reopens_it()
    {
        var room = await RoomAsync();
        _ = await room.DismissAsync(isSame: false);

        _ = await room.Engine.AddAsync("c", "incident", Definitions.InNineWeeks);

        var conflict = await room.ConflictAsync();
        Assert.Equal(ConflictState.Reopened, conflict.State);
        Assert.Equal(3, conflict.Parties.Length);
    }

    [SkippableFact]
    public async Task Only_what_is_settled_can_be_reopened()
    {
        var room = await RoomAsync();

        _ = await RefusedAsync(ErrorReason.StateNotAllowed, () => room.ReopenAsync());
        _ = await room.DismissAsync(isSame: true);
        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.ReopenAsync(room.Reader));
        _ = await room.ReopenAsync();

        Assert.Equal((ConflictState.Reopened, "a new contract"), ((await room.ConflictAsync()).State, (await room.ConflictAsync()).Reopening));
    }

    static Task<int> SetComparerVersionAsync(Room room, string version) => room.Engine.Queue.RunAsync<int>(
        (step, writer) =>
        {
            var conflict = writer.Query($"SELECT {CommonLanguage.Storage.Rows.ConflictColumns} FROM conflicts", CommonLanguage.Storage.Rows.Conflict)[0];
            step.Put(conflict with { ComparerVersion = version, Sequence = step.Sequence });
            return new(0, ChangeKind.ConflictsSwept, "test", Engine.Actor);
        },
        CancellationToken.None);
}
