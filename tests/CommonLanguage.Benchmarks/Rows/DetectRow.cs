using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>Judging all same-word pairs of two glossaries anew, against one plain read of their definitions.</summary>
static class DetectRow
{
    const int Words = 10_000;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var terms = Glossaries.Terms(Words);
        Definition[][] glossaries = [Glossaries.Of(terms, 0), Glossaries.Of(terms, 1)];
        await using var engine = await Engine.OpenAsync(folder.File("data"));
        _ = await engine.ImportAsync([.. glossaries.Select(Glossaries.Csv)]);
        using var raw = new RawStore(folder.File("raw.db"));
        for (var i = 0; i < glossaries.Length; i++)
            raw.InsertAll(i, glossaries[i]);
        await Engine.SettleAsync();
        var tables = engine.Tables.Current;
        string[] words = [.. tables.StartingWith("").Select(word => word.Key)];
        var detector = new ConflictDetector(VectorSource.BuiltIn, new());
        var found = 0;

        var costs = await Rounds.MediansAsync(
            3,
            () => Cost.OfAsync(() => Task.FromResult(raw.ReadAll())),
            () => Cost.OfAsync(() =>
            {
                var key = 0L;
                found = detector.Detect(tables, words, (_, _, _) => null, () => ++key, NotDecided, tables.Sequence).Length;
                return Task.CompletedTask;
            }));

        Report.Print($"  {words.Length} words, {found} conflicts");
        Report.Ratio("all conflicts, CPU / one plain read", costs[1].Cpu, costs[0].Cpu, "2, wanted 1.5");
        Report.Ratio("all conflicts, wall / one plain read", costs[1].Wall, costs[0].Wall, "none");
    }

    static Revision NotDecided(long key) => throw new InvalidOperationException($"Nothing was decided, but revision {key} was asked for.");
}
