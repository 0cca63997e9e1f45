using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Encoder;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommonLanguage.Tests.Conflicts;

public sealed class SecondStageTests : IAsyncLifetime, IDisposable
{
    const string Both = MeaningComparer.Version + "+encoder";

    readonly TempFolder folder = new();
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await StartAsync(Source());
        await engine.AddPartnersAsync("a", "b");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_single_edit_is_judged_by_both_stages_at_once()
    {
        await PartAsync("incident");
        Assert.Equal(Both, Assert.Single(await engine.ConflictsAsync()).ComparerVersion);
        Assert.Equal(0, engine.Waiting.Count);
    }

    [Fact]
    public async Task An_import_does_not_wait_for_the_second_stage_which_judges_afterwards()
    {
        await ImportAsync("waits", 20);
        Assert.All(await engine.ConflictsAsync(), conflict => Assert.Equal(MeaningComparer.Version, conflict.ComparerVersion));
        Assert.Equal(20, engine.Waiting.Count);

        _ = await Sweep(Source()).JudgeWaitingAsync(default);
        Assert.Equal(0, engine.Waiting.Count);
        var after = await engine.ConflictsAsync();
        Assert.NotEmpty(after);
        Assert.All(after, conflict => Assert.Equal(Both, conflict.ComparerVersion));
    }

    [Fact]
    public async Task Who_asks_while_another_judges_goes_on_only_when_all_is_judged()
    {
        await ImportAsync("two", 120);
        using var sweep = Sweep(Source());
        var (first, second) = (sweep.JudgeWaitingAsync(default), sweep.JudgeWaitingAsync(default));

        _ = await Task.WhenAny(first, second);
        Assert.Equal(0, engine.Waiting.Count);
        Assert.All(await engine.ConflictsAsync(), conflict => Assert.Equal(Both, conflict.ComparerVersion));
        _ = await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task What_waited_when_the_server_stopped_is_judged_by_the_next_start()
    {
        await ImportAsync("stops", 20);
        await engine.DisposeAsync();
        engine = await StartAsync(Source());
        Assert.NotNull(await Sweep(Source()).RunAsync(_ => { }, default));
        Assert.All(await engine.ConflictsAsync(), conflict => Assert.Equal(Both, conflict.ComparerVersion));
        Assert.Null(await Sweep(Source()).RunAsync(_ => { }, default));
    }

    [Fact]
    public async Task Without_the_second_stage_a_start_goes_back_to_the_first()
    {
        await PartAsync("incident");
        await engine.DisposeAsync();
        engine = await StartAsync(VectorSource.BuiltIn);
        Assert.NotNull(await Sweep(VectorSource.BuiltIn).RunAsync(_ => { }, default));
        Assert.Equal(MeaningComparer.Version, Assert.Single(await engine.ConflictsAsync()).ComparerVersion);
    }

    [Fact]
    public async Task Other_languages_than_English_are_judged_by_the_first_stage()
    {
        var by = await Source().OfAsync([Definitions.InFourHours, Definitions.InTwoDays], default);
        var first = DefinitionVectors.BuiltIn;
        Assert.Equal(Compare(first), Compare(by));

        static double Compare(DefinitionVectors vectors) =>
            MeaningComparer.Compare(vectors.Read("Vorfall", Definitions.InFourHours, "de"), vectors.Read("Vorfall", Definitions.InTwoDays, "de")).Conflict;
    }

    static VectorSource Source() => new(null, new(), TimeProvider.System, NullLogger<VectorSource>.Instance, ShippedStage.Open());

    Task<Engine> StartAsync(VectorSource vectors) => Engine.StartAsync(new() { DataDirectory = folder.Path }, vectors: vectors);

    ConflictSweep Sweep(VectorSource vectors) => new(engine.Queue, engine.Tables, engine.Reader, engine.Detector, vectors, engine.Waiting);

    async Task PartAsync(string word)
    {
        _ = await engine.AddAsync("a", word, Definitions.InFourHours);
        _ = await engine.AddAsync("b", word, Definitions.InTwoDays);
    }

    // The stage is the process's own and keeps what it has read: each test has texts of its own.
    async Task ImportAsync(string kind, int words)
    {
        foreach (var (organisation, definition) in new[] { ("a", Definitions.InFourHours), ("b", Definitions.InTwoDays) })
            _ = await engine.ImportAsync(organisation, "term,definition\n" + string.Concat(Enumerable.Range(0, words).Select(i => $"word{i},\"{definition} Of kind {kind} {i}.\"\n")));
    }
}
