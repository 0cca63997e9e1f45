using static CommonLanguage.Tests.Faults.FaultDisk;

namespace CommonLanguage.Tests.Faults;

/// <summary>The disk fails under a running process: fsync (fault F6), no space (F7), reading (F8), read-only (F9).</summary>
public sealed class DiskFaultTests : IDisposable
{
    readonly Folder folder = new();

    string Data => folder.Sub("data");

    public void Dispose() => folder.Dispose();

    [FaultDiskFact]
    public async Task A_failed_fsync_of_a_commit_ends_all_writing_and_no_acknowledged_edit_is_lost_with_the_power()
    {
        var rounds = Rounds.Of(few: 2, full: 50);
        for (var n = 1; n <= rounds; n++)
            await FailFsyncAsync(Files.Log, n, seed: n);
        Rounds.Report("F6", $"EIO at the n-th fsync of a commit, n = 1..{rounds}, then power loss", $"UNAVAILABLE, writes stop, health says so, 0 lost");
    }

    [FaultDiskFact]
    public async Task A_failed_fsync_of_a_checkpoint_ends_all_writing_and_no_acknowledged_edit_is_lost_with_the_power()
    {
        var rounds = Rounds.Of(few: 1, full: 10);
        for (var seed = 1; seed <= rounds; seed++)
            await FailFsyncAsync(Files.Database, 1, seed);
        Rounds.Report("F6", $"EIO at the fsync of a checkpoint, {rounds} times, then power loss", $"UNAVAILABLE, writes stop, health says so, 0 lost");
    }

    [FaultDiskFact]
    public async Task A_full_disk_refuses_edits_and_takes_them_again_when_there_is_space_without_a_restart()
    {
        var rounds = Rounds.Of(few: 4, full: 200);
        using var disk = new FaultDisk(folder.Sub("disk"));
        for (var n = 1; n <= rounds; n++)
        {
            await using var worker = await StartAsync(n, disk);
            disk.FailWrites(Files.Log | Files.Database, n, NoSpace);
            await worker.SendAsync($"edit {Worker.Lanes}");
            Assert.StartsWith("refused StorageFull", await worker.WaitForAsync("refused"), StringComparison.Ordinal);
            await AllRefusedAsync(worker);
            Assert.StartsWith("found", await worker.AskAsync("look word", "found", "refused"), StringComparison.Ordinal);
            Assert.EndsWith("failure=none", await worker.AskAsync("health", "health"), StringComparison.Ordinal);
            disk.Heal();
            await ContinueAsync(worker);
            await worker.KillAsync();
            Assert.Equal(0, await Proof.OfAsync(Data, n, worker.Acknowledged));
        }

        Rounds.Report("F7", $"ENOSPC from the n-th write on, n = 1..{rounds}", $"RESOURCE_EXHAUSTED, reads work, writes go on after freeing without a restart, 0 lost");
    }

    [FaultDiskFact]
    public async Task A_checkpoint_without_space_stops_nothing_and_is_made_up_for()
    {
        using var disk = new FaultDisk(folder.Sub("disk"));
        await using var worker = await StartAsync(seed: 1, disk);
        disk.FailWrites(Files.Database, 1, NoSpace);
        await worker.SendAsync($"edit {Worker.Lanes}");
        await UntilAsync(() => disk.Failed > 3);
        var before = worker.Acknowledged.Count;
        await UntilAsync(() => worker.Acknowledged.Count > before + 20);
        Assert.EndsWith("failure=none", await worker.AskAsync("health", "health"), StringComparison.Ordinal);
        disk.Heal();
        await worker.StopAsync();
        Assert.Equal(0, new FileInfo(Path.Combine(Data, "commonlanguage.db-wal")).Length);
        Assert.Equal(0, await Proof.OfAsync(Data, seed: 1, worker.Acknowledged));
        Rounds.Report("F7", "ENOSPC in checkpoints", $"edits go on, the log is moved when there is space");
    }

    [FaultDiskFact]
    public async Task A_full_disk_under_the_search_index_costs_a_rebuild_and_no_edit()
    {
        using var disk = new FaultDisk(folder.Sub("disk"));
        var rounds = Rounds.Of(few: 1, full: 20);
        for (var n = 1; n <= rounds; n++)
        {
            await using var worker = await StartAsync(seed: n, disk);
            _ = await worker.AskAsync("one 0 0", "ack");
            var before = disk.Failed;
            disk.FailWrites(Files.Index, n, NoSpace);
            await worker.SendAsync($"edit {Worker.Lanes}");
            await UntilAsync(() => disk.Failed > before && worker.Acknowledged.ContainsKey((0, 1)));
            Assert.EndsWith("failure=none", await worker.AskAsync("health", "health"), StringComparison.Ordinal);
            disk.Heal();
            while (!(await worker.AskAsync("health", "health")).Contains("percent=100 ", StringComparison.Ordinal))
                await Task.Delay(20);
            // The index follows what is acknowledged a moment later; what the full disk took must come back.
            var patience = System.Diagnostics.Stopwatch.StartNew();
            while (await worker.AskAsync($"search \"word {n} 0 0\"", "hits", "refused") is var found && found != "hits 2")
            {
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), found);
                await Task.Delay(20);
            }

            await worker.StopAsync();
            Assert.Equal(0, await Proof.OfAsync(Data, n, worker.Acknowledged));
        }

        Rounds.Report("F7", $"ENOSPC from the n-th write of the search index on, n = 1..{rounds}", $"edits go on, the index is caught up from the store");
    }

    [FaultDiskFact]
    public async Task A_page_that_cannot_be_read_is_a_refusal_and_never_an_empty_answer()
    {
        using var disk = new FaultDisk(folder.Sub("disk"));
        var file = folder.Sub("glossary.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, 8_000).Select(n => $"word {n},\"What word number {n} means, at length: {new string('x', n % 90)}\"").Prepend("term,definition"));
        await using (var before = await StartAsync(seed: 1, disk))
        {
            _ = await before.AskAsync($"import {file}", "done");
            await before.StopAsync();
        }

        await using var worker = await StartAsync(seed: 1, disk);
        var rounds = Rounds.Of(few: 10, full: 200);
        var refused = 0;
        for (var n = 1; n <= rounds; n++)
        {
            var word = $"today word {n * 7_919 % 8_000 + 1}";
            disk.FailReads(Files.Database | Files.Log, 1 + (n % 6), count: 1);
            var answer = await worker.AskAsync(word, "found", "refused");
            disk.Heal();
            // SQLite calls most pages that give EIO corrupt, so that either reason may come.
            var isRefused = answer.StartsWith("refused StorageDamaged", StringComparison.Ordinal) || answer.StartsWith("refused StorageFailed", StringComparison.Ordinal);
            refused += isRefused ? 1 : 0;
            var right = await worker.AskAsync(word, "found", "refused");
            Assert.StartsWith("found", right, StringComparison.Ordinal);
            Assert.True(isRefused || answer == right, answer);
        }

        Assert.Equal(disk.Failed, refused);
        Assert.True(refused > 0, "No read failed.");
        Assert.Matches("failure=Storage(Damaged|Failed)$", await worker.AskAsync("health", "health"));
        Rounds.Report("F8", $"EIO at one read of the database in {rounds} look-ups from the store", $"{refused} refused (those that met the page), the others answered; health says so; the next call is answered");
    }

    [FaultDiskFact]
    public async Task A_disk_that_becomes_read_only_refuses_edits_and_answers_look_ups()
    {
        using var disk = new FaultDisk(folder.Sub("disk"));
        await using var worker = await StartAsync(seed: 1, disk);
        _ = await worker.AskAsync("one 0 0", "ack");
        disk.FailWrites(Files.Database | Files.Log | Files.Index, 1, ReadOnlyFileSystem);
        Assert.StartsWith("refused StorageReadOnly", await worker.AskAsync("one 0 1", "ack", "refused"), StringComparison.Ordinal);
        Assert.StartsWith("found", await worker.AskAsync("look word 1 0 0", "found", "refused"), StringComparison.Ordinal);
        Assert.StartsWith("found", await worker.AskAsync("today word 1 0 0", "found", "refused"), StringComparison.Ordinal);
        disk.Heal();
        Assert.StartsWith("ack", await worker.AskAsync("one 0 1", "ack", "refused"), StringComparison.Ordinal);
        await worker.StopAsync();
        Assert.Equal(0, await Proof.OfAsync(Data, seed: 1, worker.Acknowledged));
        Rounds.Report("F9", "the file system becomes read-only while the server runs", $"FAILED_PRECONDITION, look-ups answer, writes go on when it is writable again");
    }

    static async Task FailFsyncAsync(Files files, int n, int seed)
    {
        using var round = new Folder();
        var data = round.Sub("data");
        using var disk = new FaultDisk(round.Sub("disk")) { CanLosePower = true };
        await using var worker = Worker.Start(data, seed, "full", disk);
        _ = await worker.WaitForAsync("ready");
        disk.FailFsync(files, n);
        await worker.SendAsync($"edit {Worker.Lanes}");
        Assert.StartsWith("refused StorageFailed", await worker.WaitForAsync("refused"), StringComparison.Ordinal);
        await AllRefusedAsync(worker);
        Assert.Equal(1, disk.Failed);
        Assert.EndsWith("failure=StorageFailed", await worker.AskAsync("health", "health"), StringComparison.Ordinal);
        Assert.StartsWith("refused StorageFailed", await worker.AskAsync("one 0 0", "ack", "refused"), StringComparison.Ordinal);
        Assert.StartsWith("found", await worker.AskAsync("look word", "found", "refused"), StringComparison.Ordinal);
        await worker.StopAsync();
        disk.LosePower(data, round.Sub("left"), seed);
        Assert.Equal(0, await Proof.OfAsync(round.Sub("left"), seed, worker.Acknowledged));
    }

    async Task<Worker> StartAsync(int seed, FaultDisk disk)
    {
        var worker = Worker.Start(Data, seed, "full", disk);
        _ = await worker.WaitForAsync("ready");
        return worker;
    }

    static async Task AllRefusedAsync(Worker worker)
    {
        await UntilAsync(() => worker.Refused == Worker.Lanes);
        worker.ForgetWhatWasSaid();
    }

    // The next edit of each lane, whether it was refused or was never sent.
    static async Task ContinueAsync(Worker worker)
    {
        for (var lane = 0; lane < Worker.Lanes; lane++)
        {
            var next = worker.Acknowledged.Keys.Where(ack => ack.Lane == lane).Select(ack => ack.Number).DefaultIfEmpty(-1).Max() + 1;
            Assert.StartsWith("ack", await worker.AskAsync($"one {lane} {next}", $"ack {lane} {next}", "refused"), StringComparison.Ordinal);
        }
    }

    static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
            await Task.Delay(5, patience.Token);
    }
}
