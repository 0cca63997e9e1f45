using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Takes a settled conflict up again.</summary>
sealed class ReopenCommand : StepCommand
{
    readonly Option<string> reason = TextOption.Required("--reason", "Why.");

    public ReopenCommand(Terminal terminal)
        : base(terminal, "reopen", "Take a settled, dismissed or deferred conflict up again.")
    {
        Takes(reason);
        Notes = """
            Examples:
              commonlanguage reopen incident --reason "The contract has ended."
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.ReopenAsync(
        new() { Name = at.Name, Etag = at.Etag, Reason = parse.GetRequiredValue(reason), ValidateOnly = isDryRun }, call);
}
