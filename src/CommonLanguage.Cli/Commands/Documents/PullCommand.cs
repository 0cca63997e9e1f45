using System.CommandLine;
using CommonLanguage.Cli.Checking;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Documents;

/// <summary>Saves the words of a partnership as one file, for checks without a server.</summary>
sealed class PullCommand : ToolCommand
{
    const int SecondsOfAPull = 600;

    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<string?> partnership = new("--partnership") { HelpName = "P", Description = "Whose words; may be left out where the server has one partnership only." };
    readonly Option<string> output = new("--output") { HelpName = "SNAPSHOT", Description = "Write to this file; an equal one is left as it is.", Required = true };

    public PullCommand(Terminal terminal)
        : base("pull", "Save a partnership's words as one file, to check documents against without a server.")
    {
        this.terminal = terminal;
        Options.Add(partnership);
        Options.Add(output);
        server = new(this, terminal, SecondsOfAPull);
        Notes = """
            Examples:
              commonlanguage pull --partnership security --output security.snapshot
              commonlanguage check docs --glossary security.snapshot --as acme --for globex
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var path = parse.GetRequiredValue(output);
        var known = SnapshotFile.TagOf(path);
        var file = await SnapshotDownload.GetAsync(connection, Names.Partnership(parse.GetValue(partnership)), known, cancellation);
        if (file is null)
        {
            // The day of the last pull is what tells a snapshot's age.
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
            terminal.Tell($"'{path}' is up to date ({known![..12]}).");
            return ExitCode.Done;
        }

        using var snapshot = SnapshotFile.Read(file.Value, path);
        await OutputFile.WriteAsync(terminal, path, stream => stream.WriteAsync(file.Value, cancellation).AsTask());
        terminal.Tell($"Saved '{path}' ({snapshot.ETag[..12]}): {Count.Of(snapshot.EntryCount, "entry", "entries")}, {Count.Of(snapshot.ConflictCount, "conflict")}, as of {snapshot.AsOf:yyyy-MM-dd}.");
        return ExitCode.Done;
    }
}
