using CommonLanguage.CrashWorker;
using CommonLanguage.Storage.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommonLanguage.Tests.Faults;

/// <summary>A kill or a power loss while the schema is created or migrated (fault F13): old or new, never between, and never stuck.</summary>
public sealed class SchemaTests : IDisposable
{
    const FaultDisk.Files Anything = FaultDisk.Files.Database | FaultDisk.Files.Log | FaultDisk.Files.Other;

    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [FaultDiskFact]
    public async Task A_kill_at_any_write_of_a_migration_leaves_a_store_that_the_next_start_finishes()
    {
        var points = Rounds.Of(few: 3, full: 20);
        var killed = 0;
        var versions = Migrations();
        for (var applied = 0; applied < versions.Count; applied++)
        {
            var old = folder.Sub($"old{applied}");
            await BuildAsync(old, versions.Take(applied).LastOrDefault());
            for (var point = 0; point < points; point++)
            {
                using var disk = new FaultDisk(folder.Sub("disk")) { CanLosePower = true };
                var (data, left) = (folder.Sub($"data{applied}-{point}"), folder.Sub($"left{applied}-{point}"));
                Folder.Copy(old, data);
                disk.DieAtWrite(Anything, 1 + (point * 60 / points) + point);
                await using (var worker = Worker.Start(data, seed: 1, "full", disk))
                {
                    if (await worker.WaitForOrEndAsync("ready") is null)
                        killed++;
                    else
                        await worker.KillAsync();
                }

                disk.LosePower(data, left, seed: point);
                await FinishesAsync(left);
                await FinishesAsync(data);
            }
        }

        Assert.True(killed > 0, "No write was met.");
        Rounds.Report("F13", $"kill -9 at {points} writes of the migration from each of {versions.Count} older schemas (none included)", $"{killed} killed; the next start finishes it, also after a power loss");
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_stop_the_next_start()
    {
        await BuildAsync(folder.Sub("data"), upTo: null);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Sub("data"), "commonlanguage.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')";
            _ = await command.ExecuteNonQueryAsync();
        }

        await FinishesAsync(folder.Sub("data"));
    }

    static async Task FinishesAsync(string data)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(data);
        var edits = new EditStream(glossary, seed: 7);
        await edits.PrepareAsync();
        _ = await edits.SendAsync(0, 0);
        await Proof.SoundAsync(glossary);
    }

    static List<string> Migrations()
    {
        using var context = Context(":memory:");
        return [.. context.Database.GetMigrations()];
    }

    static async Task BuildAsync(string data, string? upTo)
    {
        _ = Directory.CreateDirectory(data);
        if (upTo is null)
            return;
        await using var context = Context(Path.Combine(data, "commonlanguage.db"));
        await context.GetService<IMigrator>().MigrateAsync(upTo);
    }

    static SqliteContext Context(string file) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
}
