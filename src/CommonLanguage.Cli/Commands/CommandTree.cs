using System.CommandLine;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands;

/// <summary>The commands of the tool.</summary>
static class CommandTree
{
    static readonly (string Name, Func<Terminal, Command> Create)[] Commands =
    [
        ("import", terminal => new ImportCommand(terminal)),
        ("lookup", terminal => new LookupCommand(terminal)),
        ("search", terminal => new SearchCommand(terminal)),
        ("conflicts", terminal => new ConflictsCommand(terminal)),
        ("queue", terminal => new QueueCommand(terminal)),
        ("conflict", terminal => new ConflictCommand(terminal)),
        ("history", terminal => new HistoryCommand(terminal)),
        ("triage", terminal => new TriageCommand(terminal)),
        ("assign", terminal => new AssignCommand(terminal)),
        ("lineup", terminal => new LineupCommand(terminal)),
        ("assess", terminal => new AssessCommand(terminal)),
        ("propose", terminal => new ProposeCommand(terminal)),
        ("comment", terminal => new CommentCommand(terminal)),
        ("consult", terminal => new ConsultCommand(terminal)),
        ("position", terminal => new PositionCommand(terminal)),
        ("resolve", terminal => new ResolveCommand(terminal)),
        ("publish", terminal => new PublishCommand(terminal)),
        ("defer", terminal => new DeferCommand(terminal)),
        ("dismiss", terminal => new DismissCommand(terminal)),
        ("reopen", terminal => new ReopenCommand(terminal)),
        ("define", terminal => new DefineCommand(terminal)),
        ("compare", terminal => new CompareCommand(terminal)),
        ("export", terminal => new ExportCommand(terminal)),
        ("check", terminal => new CheckCommand(terminal)),
        ("lsp", terminal => new LspCommand(terminal)),
        ("pull", terminal => new PullCommand(terminal)),
        ("changes", terminal => new ChangesCommand(terminal)),
        ("webhooks", terminal => new WebhooksCommand(terminal)),
        ("deliveries", terminal => new DeliveriesCommand(terminal)),
        ("audit", terminal => new AuditCommand(terminal)),
        ("affiliations", terminal => new AffiliationsCommand(terminal)),
        ("members", terminal => new MembersCommand(terminal)),
        ("keys", terminal => new KeysCommand(terminal)),
        ("whoami", terminal => new WhoAmICommand(terminal)),
    ];

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
                  1    nothing was found
                  2    wrong use, or input that cannot be read
                  3    the server cannot be reached, or is too old
                  130  interrupted
                """,
        };
        var named = args.Length == 0 ? -1 : Array.FindIndex(Commands, command => command.Name == args[0]);
        foreach (var (_, create) in named < 0 ? Commands : Commands.AsSpan(named, 1))
            root.Add(create(terminal));
        root.Options.Add(new Option<bool>("--help", "-h", "-?") { Description = "Show this help.", Recursive = true, Action = new HelpWithNotes(terminal) });
        root.Options.Add(new Option<bool>("--version") { Description = "Show the version.", Action = new ShowVersion() });
        return root;
    }
}
