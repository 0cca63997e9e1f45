using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.V1;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>From the start of the process to the first correct answer of LookUpTerm: with 100 000 entries, and with none.</summary>
static class StartRow
{
    const int Rounds = 7;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var glossaries = Glossaries.Partners(10, 10_000);
        await Engine.FillAsync(folder.File("full"), glossaries);
        var word = glossaries[^1][^1].Term;
        _ = await StartAsync(folder.File("empty"), word, expected: 0);
        var costs = await Measuring.Rounds.MediansAsync(
            Rounds,
            () => StartAsync(folder.File("empty"), word, expected: 0),
            () => StartAsync(folder.File("full"), word, expected: 1));
        Report.Ratio("start to first correct look-up, wall, 100 000 entries / empty", costs[1].Wall, costs[0].Wall, "1.5, wanted 1.2");
    }

    static async Task<Cost> StartAsync(string folder, string word, int expected)
    {
        ServerProcess? server = null;
        try
        {
            return await Cost.OfAsync(async () =>
            {
                server = await ServerProcess.StartAsync(folder);
                var answer = await new LookupService.LookupServiceClient(server.Channel).LookUpTermAsync(new() { Term = word });
                if (answer.Meanings.Count != expected)
                    throw new InvalidOperationException($"{answer.Meanings.Count} definitions of '{word}' were answered instead of {expected}.");
            });
        }
        finally
        {
            if (server is not null)
                await server.DisposeAsync();
        }
    }
}
