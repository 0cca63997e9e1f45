using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>
/// A step of a reconciliation: finds the conflict, takes the step on it as it stands, shows where it stands then. Who changed the
/// conflict in between is not overwritten: the service refuses the step, which is repeated after looking again.
/// </summary>
abstract class StepCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ConflictArgument conflict;
    readonly Option<bool> dryRun = new("--dry-run") { Description = "Check everything, change nothing." };
    readonly Option<string> format = FormatOption.TextOrJson();

    protected StepCommand(Terminal terminal, string name, string description)
        : base(name, description)
    {
        this.terminal = terminal;
        conflict = new(this);
    }

    /// <summary>Adds what is the step's own, then what every step takes.</summary>
    protected void Takes(params ReadOnlySpan<Symbol> own)
    {
        TakeIn(own);
        Options.Add(dryRun);
        Options.Add(format);
        var server = new ServerOptions(this, terminal);
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    /// <summary>Takes the step.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="at">The conflict as it stands.</param>
    /// <param name="desk">The service.</param>
    /// <param name="isDryRun">Check only.</param>
    /// <param name="call">Options of the call.</param>
    protected abstract AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call);

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        if (await conflict.FindAsync(parse, terminal, connection, cancellation) is not { } found)
            return ExitCode.NoOrFindings;
        var isDryRun = parse.GetValue(dryRun);
        var after = await Step(parse, found, connection.Reconciliations, isDryRun, connection.Call(cancellation));
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, after);
        else if (!isDryRun)
            ReconciliationPage.Show(terminal, after);
        if (isDryRun)
            terminal.Tell("The step can be taken; nothing was changed.");
        return ExitCode.Done;
    }
}
