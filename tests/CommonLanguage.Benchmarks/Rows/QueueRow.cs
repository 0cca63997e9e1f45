using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>A page of somebody's queue in a partnership with 20 000 conflicts, against reading the page's rows by their keys.</summary>
static class QueueRow
{
    const int Conflicts = 20_000;
    const int PageSize = 50;
    const int Pages = 40;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        await using var engine = await Engine.OpenAsync(folder.File("data"));
        var opened = await engine.ImportAsync([.. Glossaries.Parting(Conflicts).Select(Glossaries.Csv)]);
        Report.Print($"  {opened} conflicts");
        var (reader, queue) = (engine.Get<StoreReader>(), engine.Get<MyQueue>());
        var partnership = engine.Tables.Current.Directory.Partnerships.Single().Id;
        foreach (var (who, actor) in ((string, Actor)[])
        [
            ("who knows both sides", Person(1, 2)),
            ("who knows none", Engine.Actor),
            ("who knows two sides of nothing here", Person(8, 9)),
        ])
        {
            var (half, _) = await queue.ListAsync(actor, partnership, QueuePlace.Start, Conflicts / 2, null, CancellationToken.None);
            foreach (var (page, after) in ((string, QueuePlace)[])[("first page", QueuePlace.Start), ("page in the middle", half[^1].Place)])
            {
                var (shown, _) = await queue.ListAsync(actor, partnership, after, PageSize, null, CancellationToken.None);
                long[] keys = [.. shown.Select(entry => entry.Conflict.Key)];
                var costs = await Measuring.Rounds.MediansAsync(
                    5,
                    async () => (await Cost.OfAsync(() => RepeatAsync(() => reader.ReadConflictsAsync(keys, CancellationToken.None)))).Per(Pages),
                    async () => (await Cost.OfAsync(() => RepeatAsync(() => queue.ListAsync(actor, partnership, after, PageSize, null, CancellationToken.None)))).Per(Pages));
                Report.Ratio($"{page} for one {who}, CPU / reading its {keys.Length} rows by key", costs[1].Cpu, costs[0].Cpu, "5");
                Report.Ratio($"{page} for one {who}, wall / reading its {keys.Length} rows by key", costs[1].Wall, costs[0].Wall, "5");
            }
        }
    }

    static Actor Person(params int[] affiliated) => new("benchmark", "benchmark")
    {
        Rights = new() { IsAdministrator = true, Scopes = Scopes.All, Affiliated = [.. affiliated] },
    };

    static async Task RepeatAsync<T>(Func<Task<T>> read)
    {
        for (var i = 0; i < Pages; i++)
            _ = await read();
    }
}
