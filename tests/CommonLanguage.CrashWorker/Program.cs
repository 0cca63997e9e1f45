// The process that the fault tests kill. It works on one data directory through the engine's own classes, says what was acknowledged
// after it was acknowledged, one line each, and does what it is told on standard input:
//
//   edit LANES            edits in so many lanes until killed or told "stop"    ack LANE NUMBER SEQUENCE HASH
//   one LANE NUMBER       one edit                                              ack ... | refused REASON MESSAGE
//   settle                conflicts are settled, one after the other, until     resolving NUMBER, resolved NUMBER
//                         killed
//   import FILE           an import into the organisation "imported"            stored ROWS, done ADDED CHANGED UNCHANGED SEQUENCE
//   look WORD             an exact look-up                                      found BYTES | refused REASON MESSAGE
//   today WORD            the same, with the day named: from the store          found BYTES | refused REASON MESSAGE
//   search WORD           a search                                              hits COUNT
//   health                                                                      health loaded=... percent=... failure=...
//   die-after N           SIGKILL right after the N-th commit from now, before anything follows from it
//   stop                  ends the edits and the process in order
using System.Globalization;
using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Storage;

var seed = int.Parse(args[1], CultureInfo.InvariantCulture);
var output = Console.OpenStandardOutput();
var gate = new Lock();

OpenedGlossary glossary;
try
{
    glossary = await OpenedGlossary.OpenAsync(args[0], syncsEachCommit: args is not [_, _, "normal", ..]);
}
catch (RefusalException refusal)
{
    Say($"refused {refusal.Reason} {refusal.Message}");
    return 1;
}

var edits = new EditStream(glossary, seed);
await TryAsync(edits.PrepareAsync);
using var stopping = new CancellationTokenSource();
var running = new List<Task> { Task.Run(FollowAsync) };
Say("ready");

while (await Console.In.ReadLineAsync() is { } line && line != "stop")
{
    var words = line.Split(' ', 3);
    switch (words[0])
    {
        case "edit":
            running.AddRange(Enumerable.Range(0, Number(words[1])).Select(lane => Task.Run(() => EditAsync(lane))));
            break;
        case "one":
            await TryAsync(() => OneAsync(Number(words[1]), Number(words[2])));
            break;
        case "import":
            running.Add(Task.Run(() => TryAsync(() => ImportAsync(line[7..]))));
            break;
        case "settle":
            running.Add(Task.Run(() => TryAsync(SettleAsync)));
            break;
        case "look":
            await TryAsync(() => LookAsync(line[5..], ""));
            break;
        case "today":
            await TryAsync(() => LookAsync(line[6..], DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            break;
        case "search":
            await TryAsync(() =>
            {
                Say(string.Create(CultureInfo.InvariantCulture, $"hits {Search(line[7..]).Hits.Length}"));
                return Task.CompletedTask;
            });
            break;
        case "health":
            Say(string.Create(CultureInfo.InvariantCulture,
                $"health loaded={glossary.Tables.IsLoaded} percent={glossary.Index.Percent} failure={glossary.Store.Failure?.Reason.ToString() ?? "none"}"));
            break;
        case "die-after":
            DieAfter(Number(words[1]));
            Say("armed");
            break;
        default:
            Say($"unknown {line}");
            break;
    }
}

await stopping.CancelAsync();
await Task.WhenAll(running);
await glossary.DisposeAsync();
Say("stopped");
return 0;

// A lane goes on when its line has been written: at most one edit of each lane is done and not told.
void Say(string line)
{
    lock (gate)
    {
        output.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        output.Flush();
    }
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

async Task EditAsync(int lane)
{
    for (var number = 0; !stopping.IsCancellationRequested; number++)
    {
        if (!await TryAsync(() => OneAsync(lane, number)))
            return;
    }
}

async Task OneAsync(int lane, int number)
{
    var written = await edits.SendAsync(lane, number);
    Say(string.Create(CultureInfo.InvariantCulture, $"ack {lane} {number} {written.Sequence} {written.Revision.Hash}"));
}

async Task SettleAsync()
{
    var stream = new SettlementStream(glossary, seed);
    for (var number = 0; !stopping.IsCancellationRequested; number++)
    {
        var (name, etag) = await stream.SignAsync(number);
        Say(string.Create(CultureInfo.InvariantCulture, $"resolving {number}"));
        await stream.ResolveAsync(name, etag);
        Say(string.Create(CultureInfo.InvariantCulture, $"resolved {number}"));
    }
}

async Task LookAsync(string word, string at)
{
    var answer = (await glossary.Lookup.LookUpAsync(Actor.Service, word, [], "", "", "", at, "", CancellationToken.None)).ToBytes();
    Say(string.Create(CultureInfo.InvariantCulture, $"found {answer.Length}"));
}

SearchAnswer Search(string query) => glossary.Index.Search(
    query, glossary.Tables.Current, LookupFilter.Of(Actor.Service, glossary.Tables.Current.Directory, [], "", ""), 0, 1_000);

async Task ImportAsync(string file)
{
    var report = await glossary.Importer.ImportAsync(
        new Actor("crash-worker", "test") { Rights = Rights.All },
        new ImportRequest(OrganisationId.Parse("imported", "name"), "", PartnershipId.Parse("both", "name"), ValidateOnly: false),
        ChunksAsync(file),
        progress =>
        {
            if (progress.RowsStored > 0)
                Say(string.Create(CultureInfo.InvariantCulture, $"stored {progress.RowsStored}"));
            return ValueTask.CompletedTask;
        },
        CancellationToken.None);
    Say(string.Create(CultureInfo.InvariantCulture, $"done {report.Added} {report.Changed} {report.Unchanged} {report.Sequence}"));
}

static async IAsyncEnumerable<ReadOnlyMemory<byte>> ChunksAsync(string file)
{
    await using var input = File.OpenRead(file);
    var buffer = new byte[64 * 1024];
    int n;
    while ((n = await input.ReadAsync(buffer)) > 0)
        yield return buffer.AsMemory(0, n);
}

async Task FollowAsync()
{
    while (!stopping.IsCancellationRequested)
    {
        await glossary.Index.FollowAsync(glossary.Tables.Current.Sequence, CancellationToken.None);
        await Task.Delay(20);
    }
}

async Task<bool> TryAsync(Func<Task> work)
{
    try
    {
        await work();
        return true;
    }
    catch (RefusalException refusal)
    {
        Say($"refused {refusal.Reason} {refusal.Message}");
        return false;
    }
}

void DieAfter(int commits) => glossary.Store.AfterCommit = _ =>
{
    if (--commits == 0)
        System.Diagnostics.Process.GetCurrentProcess().Kill();
};
