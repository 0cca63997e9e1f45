using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Conflicts;

public sealed class SweepTests : IAsyncLifetime
{
    const string OldVersion = "of last year";

    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task What_this_version_has_found_is_not_swept()
    {
        _ = await PartedAsync("incident");
        Assert.Null(await SweepAsync());
    }

    [Fact]
    public async Task A_newer_comparison_finds_again_what_nobody_has_taken_up()
    {
        var conflict = await PartedAsync("incident");
        await PutAsync(conflict with { Severity = .99, Kind = ConflictKind.Homonymy });
        Assert.Equal(1, await SweepAsync());
        var after = Assert.Single(await engine.ConflictsAsync());
        Assert.Equal((conflict.Severity, conflict.Kind, MeaningComparer.Version), (after.Severity, after.Kind, after.ComparerVersion));
    }

    [Fact]
    public async Task What_the_older_comparison_missed_is_opened_and_what_it_invented_is_closed()
    {
        await PutAsync(await PartedAsync("incident") with { State = ConflictState.Closed, Severity = .1 });
        var invented = await PartedAsync("outage");
        await engine.ChangeAsync("b", "outage-b", Engine.Content("outage", Definitions.InFourHours));
        await PutAsync(invented with { State = ConflictState.Detected });
        _ = await SweepAsync();
        Assert.Equal(
            [("incident", ConflictState.Detected), ("outage", ConflictState.Closed)],
            (await engine.ConflictsAsync()).Select(conflict => (conflict.Word, conflict.State)).Order());
    }

    [Theory]
    [InlineData(ConflictState.Dismissed)]
    [InlineData(ConflictState.Resolved)]
    [InlineData(ConflictState.Deferred)]
    [InlineData(ConflictState.SignOff)]
    public async Task What_people_have_decided_stands(ConflictState state)
    {
        var decided = await PutAsync(await PartedAsync("incident") with { State = state, Severity = .99 });
        Assert.Equal(0, await SweepAsync());
        var after = Assert.Single(await engine.ConflictsAsync());
        Assert.Equal((state, .99, OldVersion, decided.Sequence), (after.State, after.Severity, after.ComparerVersion, after.Sequence));
    }

    [Fact]
    public async Task What_people_are_working_on_is_not_closed()
    {
        var conflict = await PartedAsync("incident");
        await engine.ChangeAsync("b", "incident-b", Engine.Content("incident", Definitions.InFourHours));
        await PutAsync(conflict with { State = ConflictState.Triaged });
        Assert.Equal(0, await SweepAsync());
        Assert.Equal(ConflictState.Triaged, Assert.Single(await engine.ConflictsAsync()).State);
    }

    [Fact]
    public async Task A_sweep_is_done_once_and_stands_in_the_change_log()
    {
        await PutAsync(await PartedAsync("incident") with { State = ConflictState.Dismissed });
        Assert.Equal(0, await SweepAsync());
        Assert.Null(await SweepAsync());
        var change = (await engine.ChangesAsync())[^1];
        Assert.Equal((ChangeKind.ConflictsSwept, $"comparisons/{MeaningComparer.Version}/2", "service"), (change.Kind, change.Subject, change.Actor.Name));
    }

    [Fact]
    public async Task A_sweep_that_was_cut_off_is_begun_again_and_tells_how_far_it_is()
    {
        await PutAsync(await PartedAsync("incident") with { Severity = .99 });
        var sweep = new ConflictSweep(engine.Queue, engine.Tables, engine.Reader, engine.Detector, VectorSource.BuiltIn, engine.Waiting);
        using var cut = new CancellationTokenSource();
        List<int> told = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweep.RunAsync(percent => { told.Add(percent); cut.Cancel(); }, cut.Token));
        Assert.Equal([0], told);
        Assert.Equal(100, sweep.Percent);
        Assert.Equal(1, await SweepAsync());
    }

    Task<int?> SweepAsync() => new ConflictSweep(engine.Queue, engine.Tables, engine.Reader, engine.Detector, VectorSource.BuiltIn, engine.Waiting).RunAsync(_ => { }, CancellationToken.None);

    /// <summary>A word whose meanings part, with its conflict.</summary>
    async Task<Conflict> PartedAsync(string word)
    {
        _ = await engine.AddAsync("a", Engine.Content(word, Definitions.InFourHours), word + "-a");
        _ = await engine.AddAsync("b", Engine.Content(word, Definitions.InTwoDays), word + "-b");
        return (await engine.ConflictsAsync()).Single(conflict => conflict.Word == word);
    }

    /// <summary>Stores a conflict as if an older version of the comparison had found it.</summary>
    Task<Conflict> PutAsync(Conflict conflict) => engine.Queue.RunAsync<Conflict>(
        (step, _) =>
        {
            var old = conflict with { ComparerVersion = OldVersion, Sequence = step.Sequence };
            step.Put(old);
            return new(old, ChangeKind.ReconciliationAdvanced, "", Engine.Actor);
        },
        CancellationToken.None);
}
