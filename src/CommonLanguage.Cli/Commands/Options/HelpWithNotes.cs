using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>The help of a command, then its notes. The commands of the tool are listed under headings.</summary>
/// <param name="terminal">Where the help is printed.</param>
/// <param name="headingOf">The heading of a command of the tool.</param>
sealed class HelpWithNotes(Terminal terminal, Func<string, string?> headingOf) : SynchronousCommandLineAction
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
        var lines = page.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        foreach (var line in parseResult.CommandResult.Parent is null ? UnderHeadings(lines) : lines)
            terminal.Out.WriteLine(line);
        return ExitCode.Done;
    }

    IEnumerable<string> UnderHeadings(IEnumerable<string> lines)
    {
        var (inCommands, heading) = (false, default(string));
        foreach (var line in lines)
        {
            inCommands = line == "Commands:" || (inCommands && line.StartsWith("  ", StringComparison.Ordinal));
            if (line == "Commands:")
                continue;
            // A command's description goes on in lines that are indented further.
            if (inCommands && line.Length > 2 && line[2] != ' ' && headingOf(line[2..].Split(' ')[0]) is { } next && next != heading)
            {
                if (heading is not null)
                    yield return "";
                yield return $"{next}:";
                heading = next;
            }

            yield return line;
        }
    }
}
