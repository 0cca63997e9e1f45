using System.CommandLine;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Whether an exported record is as it was written. No server is asked.</summary>
sealed class VerifyCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly Argument<string> file = new("FILE") { Description = "A record that history wrote with --format markdown." };

    public VerifyCommand(Terminal terminal)
        : base("verify", "Check the hash of an exported record. Exit code 1 when the file was changed.")
    {
        this.terminal = terminal;
        Arguments.Add(file);
        Notes = """
            Examples:
              commonlanguage verify incident.md
            """;
        SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(file), cancellation));
    }

    async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        using var reader = new StreamReader(InputFile.Open(path));
        switch (SealedText.IsIntact(await reader.ReadToEndAsync(cancellation)))
        {
            case true:
                terminal.Tell($"'{path}' is as it was written.");
                return ExitCode.Done;
            case false:
                terminal.Tell($"'{path}' was changed after it was written: its hash does not match.");
                return ExitCode.NoOrFindings;
            default:
                throw FailureException.WrongUse($"'{path}' is no record: its last line holds no hash. Write one with 'commonlanguage history TERM --format markdown'.");
        }
    }
}
