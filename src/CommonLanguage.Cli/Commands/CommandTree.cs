using System.CommandLine;
using CommonLanguage.Cli.Commands.Administration;
using CommonLanguage.Cli.Commands.Conflicts;
using CommonLanguage.Cli.Commands.Documents;
using CommonLanguage.Cli.Commands.Glossaries;
using CommonLanguage.Cli.Commands.LookUp;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands;

/// <summary>The commands of the tool.</summary>
static class CommandTree
{
    static readonly (string Heading, string Name, Func<Terminal, Command> Create)[] Commands =
    [
        ("Look up", "lookup", terminal => new LookupCommand(terminal)),
        ("Look up", "search", terminal => new SearchCommand(terminal)),
        ("Look up", "compare", terminal => new CompareCommand(terminal)),
        ("Conflicts", "conflicts", terminal => new ConflictsCommand(terminal)),
        ("Conflicts", "queue", terminal => new QueueCommand(terminal)),
        ("Conflicts", "conflict", terminal => new ConflictCommand(terminal)),
        ("Conflicts", "history", terminal => new HistoryCommand(terminal)),
        ("Conflicts", "verify", terminal => new VerifyCommand(terminal)),
        ("Conflicts", "triage", terminal => new TriageCommand(terminal)),
        ("Conflicts", "assign", terminal => new AssignCommand(terminal)),
        ("Conflicts", "lineup", terminal => new LineupCommand(terminal)),
        ("Conflicts", "assess", terminal => new AssessCommand(terminal)),
        ("Conflicts", "propose", terminal => new ProposeCommand(terminal)),
        ("Conflicts", "comment", terminal => new CommentCommand(terminal)),
        ("Conflicts", "consult", terminal => new ConsultCommand(terminal)),
        ("Conflicts", "position", terminal => new PositionCommand(terminal)),
        ("Conflicts", "resolve", terminal => new ResolveCommand(terminal)),
        ("Conflicts", "publish", terminal => new PublishCommand(terminal)),
        ("Conflicts", "defer", terminal => new DeferCommand(terminal)),
        ("Conflicts", "dismiss", terminal => new DismissCommand(terminal)),
        ("Conflicts", "reopen", terminal => new ReopenCommand(terminal)),
        ("Conflicts", "take-back", terminal => new TakeBackCommand(terminal)),
        ("Glossaries", "define", terminal => new DefineCommand(terminal)),
        ("Glossaries", "import", terminal => new ImportCommand(terminal)),
        ("Glossaries", "export", terminal => new ExportCommand(terminal)),
        ("Documents", "check", terminal => new CheckCommand(terminal)),
        ("Documents", "lsp", terminal => new LspCommand(terminal)),
        ("Documents", "pull", terminal => new PullCommand(terminal)),
        ("Administration", "whoami", terminal => new WhoAmICommand(terminal)),
        ("Administration", "affiliations", terminal => new AffiliationsCommand(terminal)),
        ("Administration", "members", terminal => new MembersCommand(terminal)),
        ("Administration", "keys", terminal => new KeysCommand(terminal)),
        ("Administration", "changes", terminal => new ChangesCommand(terminal)),
        ("Administration", "audit", terminal => new AuditCommand(terminal)),
        ("Administration", "webhooks", terminal => new WebhooksCommand(terminal)),
        ("Administration", "deliveries", terminal => new DeliveriesCommand(terminal)),
    ];

    static string? HeadingOf(string command) => Array.Find(Commands, listed => listed.Name == command).Heading;

    /// <summary>
    /// The tree for one command line: with the command that it names alone, since making all of them takes longer than checking a
    /// small document; with all where it names none.
    /// </summary>
    public static ToolCommand For(string[] args, Terminal terminal)
    {
        // A plain command, not RootCommand: its name stays the same under every host, and words in brackets are no directives.
        var root = new ToolCommand("commonlanguage", "Shows what the same word means to each organisation, where the meanings part, and settles it.")
        {
            Notes = """
                Examples:
                  commonlanguage import glossary.csv --organisation acme
                  commonlanguage lookup incident
                  commonlanguage conflicts --limit 10

                Exit codes:
                  0    done
                  1    no, or findings
                  2    wrong use, or input that cannot be read
                  3    the server cannot be reached, or is too old
                  130  interrupted
                """,
        };
        var named = args.Length == 0 ? -1 : Array.FindIndex(Commands, command => command.Name == args[0]);
        foreach (var (_, _, create) in named < 0 ? Commands : Commands.AsSpan(named, 1))
            root.Add(create(terminal));
        root.Options.Add(new Option<bool>("--help", "-h", "-?") { Description = "Show this help.", Recursive = true, Action = new HelpWithNotes(terminal, HeadingOf) });
        root.Options.Add(new Option<bool>("--version") { Description = "Show the version.", Action = new ShowVersion() });
        return root;
    }
}
