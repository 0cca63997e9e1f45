using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
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
            var parse = CommandTree(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
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

    static ToolCommand CommandTree(Terminal terminal)
    {
        // A plain command, not RootCommand: its name stays the same under every host, and words in brackets are no directives.
        var root = new ToolCommand("commonlanguage", "Shows what the same word means to each organisation, where the meanings part, and settles it.")
        {
            new ImportCommand(terminal),
            new LookupCommand(terminal),
            new SearchCommand(terminal),
            new ConflictsCommand(terminal),
            new QueueCommand(terminal),
            new ConflictCommand(terminal),
            new HistoryCommand(terminal),
            new TriageCommand(terminal),
            new AssignCommand(terminal),
            new LineupCommand(terminal),
            new AssessCommand(terminal),
            new ProposeCommand(terminal),
            new CommentCommand(terminal),
            new ConsultCommand(terminal),
            new PositionCommand(terminal),
            new ResolveCommand(terminal),
            new PublishCommand(terminal),
            new DeferCommand(terminal),
            new DismissCommand(terminal),
            new ReopenCommand(terminal),
            new DefineCommand(terminal),
            new CompareCommand(terminal),
            new ExportCommand(terminal),
            new CheckCommand(terminal),
            new PullCommand(terminal),
            new ChangesCommand(terminal),
            new AuditCommand(terminal),
            new AffiliationsCommand(terminal),
            new MembersCommand(terminal),
            new KeysCommand(terminal),
            new WhoAmICommand(terminal),
        };
        root.Notes = """
            Examples:
              commonlanguage import glossary.csv --organisation acme
              commonlanguage lookup incident
              commonlanguage conflicts --limit 10

            Exit codes:
              0    done
              1    nothing was found
              2    wrong use, or input that cannot be read
              3    the server cannot be reached, or is too old
              130  interrupted
            """;
        root.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show this help.", Action = new HelpWithNotes(terminal) });
        root.Options.Add(new VersionOption { Description = "Show the version.", Action = new ShowVersion() });
        return root;
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
            ['-', ..] token => $"There is no option '{token}'.",
            var token when hasCommands => $"There is no command '{token}'.",
            var token => $"'{token}' is one word too many.",
        };
    }

    static string PathTo(CommandResult result) => result.Parent is CommandResult parent ? $"{PathTo(parent)} {result.Command.Name}" : result.Command.Name;

    static int Fail(Terminal terminal, int exitCode, string sentence)
    {
        terminal.Tell($"commonlanguage: {sentence}");
        return exitCode;
    }
}
