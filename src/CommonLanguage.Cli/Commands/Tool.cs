using System.CommandLine;
using System.CommandLine.Parsing;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands;

/// <summary>The tool as a whole: its commands, and what becomes of a command that cannot go on.</summary>
static class Tool
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            var parse = CommandTree.For(args, terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (ErrorIn(parse) is { } error)
                return Fail(terminal, ExitCode.WrongUse, $"{error} See '{PathTo(parse.CommandResult)} --help'.");
            var ended = await parse.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out,
                Error = terminal.Error,
            });
            // The library answers an interrupt by itself where it is faster than the command's own exception.
            return ended == ExitCode.Interrupted ? Fail(terminal, ExitCode.Interrupted, "Interrupted.") : ended;
        }
        catch (FailureException failure)
        {
            return Fail(terminal, failure.ExitCode, failure.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(terminal, ExitCode.Interrupted, "Interrupted.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, ExitCode.WrongUse, fault.Message);
        }
    }

    static string? ErrorIn(ParseResult parse)
    {
        if (parse.Action is HelpWithNotes or ShowVersion)
            return null;
        // An argument would take a mistyped option as its value; what stands after "--" is meant as it is.
        var option = parse.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : parse.Tokens.FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;
        var hasCommands = parse.CommandResult.Command.Subcommands.Count > 0;
        return (option ?? parse.UnmatchedTokens.FirstOrDefault()) switch
        {
            null when parse.Errors.Count == 0 => null,
            null when hasCommands => "Say what to do.",
            null => parse.Errors[0] is { SymbolResult: ArgumentResult { Tokens.Count: 0 } missing } ? $"{missing.Argument.Name} is missing." : parse.Errors[0].Message,
            ['-', ..] token => $"There is no option '{token}'{Meant(token, OptionsOf(parse.CommandResult))}",
            var token when hasCommands => $"There is no command '{token}'{Meant(token, parse.CommandResult.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name))}",
            var token => $"'{token}' is one word too many.",
        };
    }

    static string Meant(string token, IEnumerable<string> names) => NearSpelling.Nearest(token.Split('=')[0], names) is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    static IEnumerable<string> OptionsOf(CommandResult? result) => result is null
        ? []
        : result.Command.Options.Where(option => !option.Hidden).Select(option => option.Name).Concat(OptionsOf(result.Parent as CommandResult));

    static string PathTo(CommandResult result) => result.Parent is CommandResult parent ? $"{PathTo(parent)} {result.Command.Name}" : result.Command.Name;

    static int Fail(Terminal terminal, int exitCode, string sentence)
    {
        terminal.Tell($"commonlanguage: {sentence}");
        return exitCode;
    }
}
