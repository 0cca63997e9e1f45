using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>Ten organisations with 10 000 rows each: stored, looked up and compared, against a raw insert of the same rows.</summary>
static class ImportRow
{
    const int Organisations = 10;
    const int RowsOfEach = 10_000;
    const int Rounds = 3;

    public static async Task RunAsync()
    {
        var glossaries = Glossaries.Partners(Organisations, RowsOfEach);
        byte[][] files = [.. glossaries.Select(Glossaries.Csv)];
        var conflicts = 0;
        var costs = await Measuring.Rounds.MediansAsync(Rounds, () => InsertAsync(glossaries), () => ImportAsync(withSearch: false), () => ImportAsync(withSearch: true));

        Report.Print($"  {Organisations * RowsOfEach} rows, {files.Sum(file => file.Length) / 1024 / 1024} MiB of CSV, {conflicts} conflicts opened");
        Report.Ratio("import, CPU / raw insert", costs[1].Cpu, costs[0].Cpu, "none");
        Report.Ratio("import, wall / raw insert", costs[1].Wall, costs[0].Wall, "2.5, wanted 1.8");
        Report.Ratio("import with full text, CPU / raw insert", costs[2].Cpu, costs[0].Cpu, "5, wanted 4");
        Report.Ratio("import with full text, wall / raw insert", costs[2].Wall, costs[0].Wall, "3.5, wanted 3");

        async Task<Cost> ImportAsync(bool withSearch)
        {
            using var folder = new TempFolder();
            await using var engine = await Engine.OpenAsync(folder.Path);
            using var index = withSearch ? engine.OpenIndex() : null;
            return Report.Step(withSearch ? "import with full text" : "import", await Cost.OfAsync(async () =>
            {
                // The server indexes beside the import, batch by batch.
                using var ended = new CancellationTokenSource();
                var following = index is null ? Task.CompletedTask : Task.Run(async () =>
                {
                    while (!ended.IsCancellationRequested)
                    {
                        await index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);
                        await Task.Delay(10);
                    }

                    await index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);
                });
                conflicts = await engine.ImportAsync(files);
                await ended.CancelAsync();
                await following;
            }));
        }
    }

    static async Task<Cost> InsertAsync(Definition[][] glossaries)
    {
        using var folder = new TempFolder();
        using var raw = new RawStore(folder.File("raw.db"));
        return Report.Step("raw insert", await Cost.OfAsync(() =>
        {
            for (var i = 0; i < glossaries.Length; i++)
                raw.InsertAll(i, glossaries[i]);
            return Task.CompletedTask;
        }));
    }
}
