using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using Microsoft.Data.Sqlite;

namespace CommonLanguage.Tests.Faults;

/// <summary>
/// What a start refuses rather than answer wrongly (faults F4, F9, F12, F14, F15): a database that has lost changes, is another one, is
/// newer, or belongs to a running server.
/// </summary>
public sealed class StartTests : IDisposable
{
    readonly Folder folder = new();

    string Data => folder.Sub("data");

    string Database => Path.Combine(Data, "commonlanguage.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_index_ahead_of_the_store_is_refused_and_both_changes_are_named()
    {
        await using (var glossary = await OpenedGlossary.OpenAsync(Data))
        {
            await EditAsync(glossary, 1);
            Folder.Copy(Data, folder.Sub("earlier"));
            await EditAsync(glossary, 4, from: 1);
            await glossary.Index.FollowAsync(glossary.Tables.Current.Sequence, CancellationToken.None);
        }

        foreach (var name in new[] { "commonlanguage.db", "commonlanguage.db-wal", "sequence.note" })
            File.Copy(Path.Combine(folder.Sub("earlier"), name), Path.Combine(Data, name), overwrite: true);
        var refusal = await RefusedAsync(Data);
        Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
        Assert.Contains("The search index stands at change 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at change 3", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_write_ahead_log_is_refused_and_nothing_is_touched()
    {
        await RunningCopyAsync(Data);
        File.Delete(Database + "-wal");
        var before = File.ReadAllBytes(Database);
        var refusal = await RefusedAsync(Data);
        Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
        Assert.Contains("6 was acknowledged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Database));
    }

    [Fact]
    public async Task A_write_ahead_log_of_another_database_is_refused_and_does_no_harm()
    {
        await RunningCopyAsync(Data);
        await RunningCopyAsync(folder.Sub("other"), edits: 9);
        File.Copy(Database + "-wal", folder.Sub("right-wal"));
        File.Copy(Path.Combine(folder.Sub("other"), "commonlanguage.db-wal"), Database + "-wal", overwrite: true);
        var before = File.ReadAllBytes(Database);

        Assert.Equal(ErrorReason.StorageDamaged, (await RefusedAsync(Data)).Reason);
        Assert.Equal(before, File.ReadAllBytes(Database));

        File.Copy(folder.Sub("right-wal"), Database + "-wal", overwrite: true);
        File.Delete(Database + "-shm");
        await using var glossary = await OpenedGlossary.OpenAsync(Data);
        await Proof.SoundAsync(glossary);
        Assert.Equal(6, await glossary.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_database_file_of_another_store_is_refused()
    {
        await RunningCopyAsync(folder.Sub("other"), edits: 9);
        await using (var glossary = await OpenedGlossary.OpenAsync(Data))
            await EditAsync(glossary, 4);
        File.Delete(Database + "-wal");
        File.Copy(Path.Combine(folder.Sub("other"), "commonlanguage.db"), Database, overwrite: true);
        File.Copy(Path.Combine(folder.Sub("other"), "commonlanguage.db-wal"), Database + "-wal", overwrite: true);
        Assert.Contains("belongs to store", (await RefusedAsync(Data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_database_is_refused_where_changes_were_acknowledged_and_none_is_created()
    {
        await using (var glossary = await OpenedGlossary.OpenAsync(Data))
            await EditAsync(glossary, 4);
        File.Delete(Database);
        Assert.Contains("missing or empty, but change 6 was acknowledged", (await RefusedAsync(Data)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Missing_shared_memory_is_no_obstacle()
    {
        await RunningCopyAsync(Data);
        Assert.False(File.Exists(Database + "-shm"));
        await using var glossary = await OpenedGlossary.OpenAsync(Data);
        await Proof.SoundAsync(glossary);
        Assert.Equal(6, await glossary.Reader.ReadSequenceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_newer_schema_is_refused_with_both_versions_and_nothing_is_touched()
    {
        await RunningCopyAsync(Data);
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Future', '99.0.0')";
            _ = await command.ExecuteNonQueryAsync();
        }

        var before = Directory.GetFiles(Data, "commonlanguage*").Order().ToDictionary(file => file, File.ReadAllBytes);
        var refusal = await RefusedAsync(Data);
        Assert.Contains("29991231000000_Future", refusal.Message, StringComparison.Ordinal);
        Assert.Matches(@"newer than '\d{14}_\w+'", refusal.Message);
        foreach (var (file, bytes) in before.Where(file => !file.Key.EndsWith("-shm", StringComparison.Ordinal)))
            Assert.Equal(bytes, await File.ReadAllBytesAsync(file));
        Assert.DoesNotContain(Directory.GetFiles(Data), file => Path.GetFileName(file).StartsWith("commonlanguage-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_server_on_a_directory_is_refused_and_the_lock_of_a_killed_one_is_no_obstacle()
    {
        await using var worker = Worker.Start(Data, seed: 1);
        _ = await worker.WaitForAsync("ready");
        var refusal = await RefusedAsync(Data);
        Assert.Contains("in use by another server (process ", refusal.Message, StringComparison.Ordinal);
        await using (var second = Worker.Start(Data, seed: 2))
            Assert.StartsWith("refused StorageReadOnly The data directory", await second.WaitForAsync("refused"), StringComparison.Ordinal);

        await worker.KillAsync();
        await using var glossary = await OpenedGlossary.OpenAsync(Data);
        await Proof.SoundAsync(glossary);
        Rounds.Report("F15", "two servers on one directory", $"the second is refused and names the first; after kill -9 the next one starts");
    }

    [Fact]
    public async Task A_directory_that_cannot_be_used_is_not_called_in_use_because_a_server_once_was_there()
    {
        await (await OpenedGlossary.OpenAsync(Data)).DisposeAsync();
        File.Delete(Path.Combine(Data, "server.lock"));
        _ = File.CreateSymbolicLink(Path.Combine(Data, "server.lock"), "server.lock");
        var refusal = await RefusedAsync(Data);
        Assert.Equal(ErrorReason.StorageReadOnly, refusal.Reason);
        Assert.Contains("cannot be written to", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The directory of a store as it stands while its server runs, the last changes in the write-ahead log only.</summary>
    static async Task RunningCopyAsync(string to, int edits = 4)
    {
        using var folder = new Folder();
        await (await OpenedGlossary.OpenAsync(folder.Path)).DisposeAsync();
        await using var glossary = await OpenedGlossary.OpenAsync(folder.Path);
        await EditAsync(glossary, edits);
        Folder.Copy(folder.Path, to);
    }

    static async Task EditAsync(OpenedGlossary glossary, int count, int from = 0)
    {
        var edits = new EditStream(glossary, seed: 1);
        await edits.PrepareAsync();
        for (var number = from; number < from + count; number++)
            _ = await edits.SendAsync(0, number);
    }

    static async Task<RefusalException> RefusedAsync(string data) => await Assert.ThrowsAsync<RefusalException>(() => OpenedGlossary.OpenAsync(data));
}
