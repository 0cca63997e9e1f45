using System.Diagnostics;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Cli.Commands;

namespace CommonLanguage.Cli.Tests;

/// <summary>A fresh folder with documents, in which somebody runs the tool as a process of its own.</summary>
sealed class DocumentFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("commonlanguage-documents-").FullName;

    /// <summary>Address of the server, for the tool's environment; null = none answers.</summary>
    public string? Server { get; set; }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        _ = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>Saves a snapshot of two organisations, red and blue, that part on "incident"; red wants "blocklist", not "blacklist".</summary>
    public void WriteSnapshot()
    {
        var day = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var since = DateOnly.FromDateTime(day.DateTime);
        File.WriteAllBytes(System.IO.Path.Combine(Path, "s.snapshot"), SnapshotWriter.Write(new(
            "ops", "Operations", day, [new("red", "Red"), new("blue", "Blue")],
            [
                new("red", "incident", 1, "en", "Any alert that was raised.", [new("security incident")], "", "", since),
                new("blue", "incident", 1, "en", "An outage that customers notice.", [new("security incident")], "", "", since),
                new("red", "blocklist", 1, "en", "Addresses that are refused.", [new("blocklist"), new("blacklist", SnapshotTermStatus.Deprecated)], "blocklist", "", since),
            ],
            [
                new("incident", "security incident", ConflictKind.Scope, .7, SnapshotConflictState.Detected, since,
                    ["organisations/blue/entries/incident", "organisations/red/entries/incident"],
                    [new(0, 1, Relation.Broader, ConflictKind.Scope, .7, [new("every alert, there only outages", new(0, 5), new(3, 9))])]),
            ])));
    }

    public Task<Ran> TypesAsync(params string[] args) => RunAsync("dotnet", [typeof(Tool).Assembly.Location, .. args]);

    public async Task<Ran> RunAsync(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COMMONLANGUAGE_SERVER"] = Server ?? "http://127.0.0.1:9";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await error);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
