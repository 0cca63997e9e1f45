using CommonLanguage.Benchmarks;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Benchmarks.Rows;
using CommonLanguage.Server.Hosting;
using Microsoft.AspNetCore.Builder;

(string Name, string About, Func<Task> Run)[] rows =
[
    ("lookup", "exact and prefix look-up in process / Lucene.Net on the same terms", LookupRow.RunAsync),
    ("rpc", "LookUpTerm and BatchLookUpTerms / an empty call on the same server", RpcRow.RunAsync),
    ("signed", "LookUpTerm signed in by API key and over TLS / unsigned in clear text", SignedRow.RunAsync),
    ("import", "import of 100 000 rows / raw prepared insert of the same rows", ImportRow.RunAsync),
    ("edit", "a durable edit / a raw FULL commit; 64 editors / one", EditRow.RunAsync),
    ("reconcile", "a step of a reconciliation / a raw FULL commit", ReconcileRow.RunAsync),
    ("queue", "a page of a queue among 20 000 conflicts / reading its rows by key", QueueRow.RunAsync),
    ("detect", "all same-word conflicts among 20 000 definitions / one plain read of them", DetectRow.RunAsync),
    ("visible", "from the answer to a write until full text finds it", VisibleRow.RunAsync),
    ("memory", "resident memory of 100 000 entries above an empty server", MemoryRow.RunAsync),
    ("check", "the document check in process / Markdig, Lucene.Net's tokens, fewer terms, text", CheckRow.RunAsync),
    ("start", "start to first correct look-up, 100 000 entries / empty", StartRow.RunAsync),
];

// The real server with the empty call beside it, in a process of its own.
if (args is ["serve", .. var settings])
{
    await using var app = ServerApplication.Build(settings);
    _ = app.MapGrpcService<EmptyApi>();
    await app.RunAsync();
    return 0;
}

// What check.sh checks documents against.
if (args is ["snapshot", var pairs, var snapshot])
{
    SubstitutionSnapshot.Write(pairs, snapshot);
    return 0;
}

var wanted = rows.Where(row => args.Contains(row.Name)).ToArray();
if (wanted.Length == 0 || wanted.Length != args.Length)
{
    Console.Error.WriteLine("Measures CommonLanguage against baselines that do the same with less (docs/performance.md). Name one row or several:");
    foreach (var (name, about, _) in rows)
        Console.Error.WriteLine($"  {name,-9} {about}");
    return 2;
}

foreach (var (name, about, run) in wanted)
{
    Console.WriteLine($"{name}: {about}");
    Report.Machine();
    await run();
}

return 0;
