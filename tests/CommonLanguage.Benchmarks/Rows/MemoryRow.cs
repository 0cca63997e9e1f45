using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>Resident memory of the server as it ships: with 100 000 entries, and with none.</summary>
static class MemoryRow
{
    const int Rounds = 3;
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        await Engine.FillAsync(folder.File("full"), Glossaries.Partners(10, 10_000));
        List<long> full = [], empty = [];
        for (var round = 0; round < Rounds; round++)
        {
            empty.Add(await ResidentAsync(folder.File("empty")));
            full.Add(await ResidentAsync(folder.File("full")));
        }

        var (with, without) = (Median(full), Median(empty));
        Report.Print($"  100 000 entries: {(with - without) / 1e6:0} MB above an empty server (bar 70 MB, wanted 50 MB); {with / 1e6:0} MB / {without / 1e6:0} MB");
    }

    static async Task<long> ResidentAsync(string folder)
    {
        await using var server = await ServerProcess.StartAsync(folder);
        await server.ReadyAsync();
        await Task.Delay(Rest);
        return server.ResidentBytes();
    }

    static long Median(List<long> values) => values.Order().ElementAt(values.Count / 2);
}
