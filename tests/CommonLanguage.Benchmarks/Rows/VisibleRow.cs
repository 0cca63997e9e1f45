using System.Diagnostics;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.V1;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>How long after the answer to a write look-up and full text have it, over gRPC on a server with 20 000 entries.</summary>
static class VisibleRow
{
    const int Writes = 500;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        await Engine.FillAsync(folder.Path, Glossaries.Partners(2, 10_000));
        await using var server = await ServerProcess.StartAsync(folder.Path);
        await server.ReadyAsync();
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var lookup = new LookupService.LookupServiceClient(server.Channel);
        List<TimeSpan> exact = [], search = [];
        for (var i = -50; i < Writes; i++)
        {
            // The first fifty warm up. A word of its own for each write, so that only this write can be the hit.
            var word = FormattableString.Invariant($"visible{i + 50}");
            var written = await glossary.CreateEntryAsync(new()
            {
                Parent = "organisations/partner-0",
                Entry = new() { Terms = { new Term { Text = word } }, Definition = $"A {word} authority that keeps the register of each site.", Language = "en" },
            });
            var began = Stopwatch.GetTimestamp();
            var meanings = (await lookup.LookUpTermAsync(new() { Term = word })).Meanings.Count;
            var exactTime = Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            var found = await lookup.SearchEntriesAsync(new() { Query = word, MinRevision = written.RevisionToken });
            var searchTime = Stopwatch.GetElapsedTime(began) + exactTime;
            if (meanings != 1 || found.Hits.Count != 1)
                throw new InvalidOperationException($"'{word}' was written, but {meanings} look-ups and {found.Hits.Count} searches found it.");
            if (i < 0)
                continue;
            exact.Add(exactTime);
            search.Add(searchTime);
        }

        Report.Print($"  exact look-up: there with the answer in {Writes} of {Writes} writes; the call p99 {Report.Text(Rounds.Percentile(exact, 99))}");
        Report.Print($"  full text: p50 {Report.Text(Rounds.Percentile(search, 50))}, p99 {Report.Text(Rounds.Percentile(search, 99))} (bar 25 ms p99)");
    }
}
