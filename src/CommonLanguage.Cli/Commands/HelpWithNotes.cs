using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands;

/// <summary>The help of a command, then its notes.</summary>
sealed class HelpWithNotes(Terminal terminal) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        using var page = new StringWriter();
        parseResult.InvocationConfiguration.Output = page;
        _ = new HelpAction { MaxWidth = terminal.Width }.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ToolCommand command)
            page.WriteLine(command.Notes);
        // The layout leaves a blank where it breaks a line.
        foreach (var line in page.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'))
            terminal.Out.WriteLine(line.TrimEnd());
        return ExitCode.Done;
    }
}
