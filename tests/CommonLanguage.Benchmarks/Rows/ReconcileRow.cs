using System.Diagnostics;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>One step of a reconciliation that is on the disk when it is answered, against one raw commit that is.</summary>
static class ReconcileRow
{
    const int Conflicts = 200;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        await using var engine = await Engine.OpenAsync(folder.File("data"));
        _ = await engine.ImportAsync([.. Glossaries.Parting(Conflicts).Select(Glossaries.Csv)]);
        using var raw = new RawStore(folder.File("raw.db"));
        var rows = Glossaries.Of(Glossaries.Terms(Conflicts), 0);
        raw.InsertAll(0, rows);
        var desk = engine.Get<Reconciler>();
        var partnership = engine.Tables.Current.Directory.Partnerships.Single();
        var (open, _) = await engine.Get<StoreReader>().ReadQueueAsync(new(partnership.Key, [], [], 0, [], ""), 2, 0, Conflicts, CancellationToken.None);

        List<TimeSpan> commits = [], steps = [];
        for (var i = 0; i < open.Count; i++)
        {
            var name = new ConflictName(partnership.Id, open[i].Id);
            var etag = open[i].Etag;
            foreach (var step in (Func<Task<ReconciliationWritten>>[])
            [
                () => desk.TriageAsync(Engine.Actor, name, etag, Verdict.Related, null, "", default, CancellationToken.None),
                () => desk.CommentAsync(Engine.Actor, name, "Do near misses count?", 0, default, CancellationToken.None),
                () => desk.ProposeAsync(Engine.Actor, name, etag, new(Outcome.MergeIntoShared, "Nearly equal.") { Texts = [new(null, Definition: rows[i % rows.Length].Text)] }, default, CancellationToken.None),
                () => desk.OpenConsultationAsync(Engine.Actor, name, etag, 1, null, new(2099, 12, 31), default, CancellationToken.None),
                () => desk.TakePositionAsync(Engine.Actor, name, etag, Engine.Organisation(0), 1, Stance.Accept, "", default, CancellationToken.None),
                () => desk.TakePositionAsync(Engine.Actor, name, etag, Engine.Organisation(1), 1, Stance.Accept, "", default, CancellationToken.None),
                () => desk.ResolveAsync(Engine.Actor, name, etag, 1, "", null, null, default, CancellationToken.None),
            ])
            {
                var row = rows[i % rows.Length];
                commits.Add(await TimeAsync(() => Task.Run(() => raw.Commit(row))));
                ReconciliationWritten? written = null;
                steps.Add(await TimeAsync(async () => written = await step()));
                etag = written!.Conflict.Etag;
            }
        }

        // The first tenth warms up.
        Report.Ratio(
            "a step of a reconciliation, p50 / raw FULL commit", Rounds.Percentile(steps.Skip(steps.Count / 10), 50), Rounds.Percentile(commits.Skip(commits.Count / 10), 50), "3");
        Report.Print($"  the same, p99: {Report.Text(Rounds.Percentile(steps, 99))}; raw commit p99 {Report.Text(Rounds.Percentile(commits, 99))}");
    }

    static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began);
    }
}
