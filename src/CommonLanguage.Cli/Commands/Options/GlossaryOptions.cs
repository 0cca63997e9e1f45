using System.CommandLine;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Cli.Checking;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Who writes, who reads, and against which glossary documents are checked.</summary>
sealed class GlossaryOptions
{
    const int SecondsOfADownload = 600;

    readonly Option<string> author = new("--as") { HelpName = "ORG", Description = "The author's organisation.", DefaultValueFactory = _ => "" };
    readonly Option<string[]> readers = new("--for") { HelpName = "ORG,...", Description = "The readers' organisations.", DefaultValueFactory = _ => [] };
    readonly Option<string?> glossary = new("--glossary") { HelpName = "SNAPSHOT", Description = "Check against this file (see pull); else against the server." };
    readonly Option<string?> partnership = new("--partnership") { HelpName = "P", Description = "Which partnership of the server; may be left out where it has one only." };
    readonly Command command;
    readonly Terminal terminal;
    ServerOptions? server;

    /// <summary>Adds the options to a command, but for those of the server.</summary>
    public GlossaryOptions(Command command, Terminal terminal)
    {
        (this.command, this.terminal) = (command, terminal);
        foreach (var option in (Option[])[author, readers, glossary, partnership])
            command.Options.Add(option);
    }

    /// <summary>Adds the options of the server, which a command's help lists last.</summary>
    public void AddServer() => server = new(command, terminal, SecondsOfADownload);

    /// <summary>How documents are checked, as far as these options and the folder say.</summary>
    public CheckOptions Read(ParseResult parse, Folder folder, DateOnly? fetched) => new()
    {
        Author = parse.GetRequiredValue(author),
        Readers = [.. parse.GetRequiredValue(readers).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
        Settings = folder.Settings,
        Senses = folder.Senses,
        Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        Fetched = fetched,
    };

    /// <summary>Opens the glossary for as long as something is done with it.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="use">Gets the snapshot, what findings call it, and the day it was fetched; gives the exit code.</param>
    /// <param name="cancellation">Ends a download.</param>
    /// <exception cref="FailureException">File or server cannot be used.</exception>
    public async Task<int> OpenAsync(ParseResult parse, Func<GlossarySnapshot, string, DateOnly?, Task<int>> use, CancellationToken cancellation)
    {
        if (parse.GetValue(glossary) is { } path)
        {
            using var snapshot = SnapshotFile.Open(path);
            return await use(snapshot, path, DateOnly.FromDateTime(File.GetLastWriteTimeUtc(path)));
        }

        return await server!.AskAsync(parse, async connection =>
        {
            var name = Names.Partnership(parse.GetValue(partnership));
            var file = await SnapshotDownload.GetAsync(connection, name, null, cancellation);
            using var snapshot = SnapshotFile.Read(file!.Value, connection.Address.ToString());
            return await use(snapshot, connection.Address.ToString(), null);
        }, cancellation);
    }
}
