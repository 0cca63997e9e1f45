using System.Diagnostics;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.V1;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>One edit that is on the disk when it is answered, against one raw commit that is; and what many editors reach together.</summary>
static class EditRow
{
    const int Editors = 64;
    const int Edits = 400;
    const int Before = 20_000;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var terms = Glossaries.Terms(Before + (20 * Edits));
        var kept = Glossaries.Partners(2, Before / 2);
        await Engine.FillAsync(folder.File("server"), kept);
        await Engine.FillAsync(folder.File("engine"), kept);
        using var raw = new RawStore(folder.File("raw.db"));
        raw.InsertAll(0, [.. kept.SelectMany(glossary => glossary)]);
        await using var engine = await Engine.OpenAsync(folder.File("engine"));
        await using var server = await ServerProcess.StartWithEmptyCallAsync(folder.File("server"));
        await server.ReadyAsync();
        var editor = engine.Get<Editor>();
        var empty = new EmptyService.EmptyServiceClient(server.Channel);
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var next = 0;
        var rows = Glossaries.Of(terms, 1);

        List<TimeSpan> commits = [], inProcess = [], calls = [], overGrpc = [];
        for (var i = -Edits / 4; i < Edits; i++)
        {
            // The first hundred warm up. One of each in turn: what the disk and others do falls on all alike.
            if (i == 0)
                new[] { commits, inProcess, calls, overGrpc }.ToList().ForEach(times => times.Clear());
            commits.Add(await TimeAsync(() => Task.Run(() => raw.Commit(Next()))));
            inProcess.Add(await TimeAsync(() => EditAsync(Next())));
            calls.Add(await TimeAsync(async () => await empty.CallAsync(new())));
            overGrpc.Add(await TimeAsync(() => CallAsync(Next())));
        }

        var commit = Rounds.Percentile(commits, 50);
        Report.Ratio("edit in process, p50 / raw FULL commit", Rounds.Percentile(inProcess, 50), commit, "none");
        Report.Print($"  edit in process, p99: {Report.Text(Rounds.Percentile(inProcess, 99))} (bar 1 ms); raw commit p99 {Report.Text(Rounds.Percentile(commits, 99))}");
        Report.Ratio("edit over gRPC, p50 / (raw FULL commit + empty call)", Rounds.Percentile(overGrpc, 50), commit + Rounds.Percentile(calls, 50), "2, wanted 1.4");

        var together = await Rounds.MediansAsync(
            3,
            async () => (await Cost.OfAsync(async () =>
            {
                for (var i = 0; i < Edits / 2; i++)
                    await CallAsync(Next());
            })).Per(Edits / 2),
            async () => (await Cost.OfAsync(() => Task.WhenAll(Enumerable.Range(0, Editors).Select(async _ =>
            {
                for (var i = 0; i < 16; i++)
                    await CallAsync(Next());
            })))).Per(16 * Editors));
        Report.Print($"  edits a second over gRPC, {Editors} editors / one: {together[0].Wall / together[1].Wall:0.0} (bar 5, wanted 7); {1 / together[1].Wall.TotalSeconds:0} / {1 / together[0].Wall.TotalSeconds:0}");

        // Words that one of the partners, or both, have already: each edit is compared.
        Definition Next() => rows[Interlocked.Increment(ref next) % rows.Length];

        Task EditAsync(Definition row) => editor.CreateEntryAsync(
            Engine.Actor, Engine.Organisation(0), null, new EntryContent([new Glossary.Term(row.Term)], row.Text, LanguageTag.Parse("en", "language")), default, CancellationToken.None);

        async Task CallAsync(Definition row) => await glossary.CreateEntryAsync(new()
        {
            Parent = "organisations/partner-0",
            Entry = new() { Terms = { new V1.Term { Text = row.Term } }, Definition = row.Text, Language = "en" },
        });
    }

    static async Task<TimeSpan> TimeAsync(Func<Task> edit)
    {
        var began = Stopwatch.GetTimestamp();
        await edit();
        return Stopwatch.GetElapsedTime(began);
    }
}
