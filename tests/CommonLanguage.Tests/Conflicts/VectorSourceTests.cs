using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;
using Microsoft.Extensions.Logging;

namespace CommonLanguage.Tests.Conflicts;

public sealed class VectorSourceTests : IDisposable
{
    const string WithFake = MeaningComparer.Version + "+fake";

    readonly FakeEmbeddings fake = new(FakeEmbeddings.OfLetters);
    readonly TestClock clock = new();
    readonly Kept log = new();

    [Fact]
    public async Task A_generator_takes_the_place_of_the_built_in_vectors_and_is_named_in_the_version()
    {
        fake.Vector = text => text == Definitions.InFourHours ? [1, 0] : [0, 1];
        var apart = await CompareAsync(Source());
        fake.Vector = _ => [1, 1];
        var alike = await CompareAsync(Source());
        Assert.Equal((WithFake, WithFake), (apart.Version, alike.Version));
        Assert.NotEqual(apart.Comparison.Similarity, alike.Comparison.Similarity);
    }

    [Fact]
    public async Task What_was_asked_for_is_not_asked_for_again()
    {
        var source = Source();
        _ = await source.OfAsync(["one", "two", "one", " "], default);
        _ = await source.OfAsync(["two", "three"], default);
        Assert.Equal(["one", "two", "three"], fake.Asked);
    }

    [Fact]
    public async Task Only_so_many_vectors_are_kept()
    {
        var source = Source(new() { Cached = 4 });
        _ = await source.OfAsync(["1", "2", "3", "4", "5", "6"], default);
        fake.Asked.Clear();
        _ = await source.OfAsync(["6", "1"], default);
        Assert.Equal(["1"], fake.Asked);
    }

    [Fact]
    public async Task Of_a_long_text_the_beginning_is_asked_for()
    {
        _ = await Source().OfAsync([new string('x', 1_999) + "\U0001F600 and more"], default);
        Assert.Equal(1_999, Assert.Single(fake.Asked).Length);
    }

    [Theory]
    [InlineData("throws")]
    [InlineData("not a number")]
    [InlineData("zeros")]
    [InlineData("too few")]
    [InlineData("two dimensions")]
    [InlineData("late")]
    public async Task Without_a_usable_answer_all_is_as_without_a_generator_with_one_warning(string fault)
    {
        var late = new TaskCompletionSource();
        fake.Vector = fault switch
        {
            "throws" => _ => throw new InvalidOperationException("The model is not loaded."),
            "not a number" => text => text == Definitions.InTwoDays ? [1, float.NaN] : [1, 1],
            "zeros" => _ => [0, 0],
            "two dimensions" => text => text == Definitions.InTwoDays ? [1, 1, 1] : [1, 1],
            _ => fake.Vector,
        };
        fake.Missing = fault == "too few" ? 1 : 0;
        fake.Until = fault == "late" ? late.Task : Task.CompletedTask;
        var source = Source(new() { Timeout = TimeSpan.FromMilliseconds(fault == "late" ? 20 : 10_000) });
        var expected = await CompareAsync(VectorSource.BuiltIn);

        var first = await CompareAsync(source);
        clock.Move(TimeSpan.FromMinutes(2));
        var second = await CompareAsync(source);
        late.SetResult();

        foreach (var (comparison, version) in new[] { first, second })
        {
            Assert.Equal(MeaningComparer.Version, version);
            Assert.Equal(
                (expected.Comparison.Similarity, expected.Comparison.Conflict, expected.Comparison.Probabilities),
                (comparison.Similarity, comparison.Conflict, comparison.Probabilities));
        }

        Assert.NotNull(source.Failure);
        Assert.Equal(LogLevel.Warning, Assert.Single(log.Levels));
    }

    [Fact]
    public async Task A_generator_that_failed_is_left_alone_for_a_minute_and_then_used_again()
    {
        var source = Source();
        fake.Missing = 1;
        _ = await CompareAsync(source);
        fake.Missing = 0;
        fake.Asked.Clear();
        Assert.Equal(MeaningComparer.Version, (await CompareAsync(source)).Version);
        Assert.Empty(fake.Asked);
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(WithFake, (await CompareAsync(source)).Version);
        Assert.Null(source.Failure);
    }

    [Fact]
    public async Task Conflicts_found_while_the_generator_failed_are_as_without_it_and_found_again_by_the_next_sweep()
    {
        await using var without = await Engine.StartAsync();
        var expected = await PartedAsync(without);
        var source = Source();
        await using var engine = await Engine.StartAsync(source);
        fake.Missing = 1;
        var found = await PartedAsync(engine);
        Assert.Equal((expected.Severity, expected.Kind, MeaningComparer.Version), (found.Severity, found.Kind, found.ComparerVersion));
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => SweepAsync(engine, source));
        Assert.Contains("generator", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(found.Severity, Assert.Single(await engine.ConflictsAsync()).Severity);

        fake.Missing = 0;
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SweepAsync(engine, source));
        var after = Assert.Single(await engine.ConflictsAsync());
        var (comparison, _) = await CompareAsync(source);
        Assert.Equal((WithFake, comparison.Conflict), (after.ComparerVersion, after.Severity));
        Assert.Null(await SweepAsync(engine, source));
    }

    public void Dispose() => fake.Dispose();

    VectorSource Source(EmbeddingOptions? options = null) => new(fake, options ?? new(), clock, log);

    static async Task<(Comparison Comparison, string Version)> CompareAsync(VectorSource source)
    {
        var by = await source.OfAsync([Definitions.InFourHours, Definitions.InTwoDays], default);
        return (MeaningComparer.Compare(by.Read("incident", Definitions.InFourHours, "en"), by.Read("incident", Definitions.InTwoDays, "en")), by.Version);
    }

    static async Task<Conflict> PartedAsync(Engine engine)
    {
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", "incident", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "incident", Definitions.InTwoDays);
        return Assert.Single(await engine.ConflictsAsync());
    }

    static Task<int?> SweepAsync(Engine engine, VectorSource source) =>
        new ConflictSweep(engine.Queue, engine.Tables, engine.Reader, engine.Detector, source, engine.Waiting).RunAsync(_ => { }, CancellationToken.None);

    sealed class Kept : ILogger<VectorSource>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }
}
