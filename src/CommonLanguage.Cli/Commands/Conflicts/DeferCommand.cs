using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Puts a conflict off.</summary>
sealed class DeferCommand : StepCommand
{
    readonly Option<string> reason = TextOption.Required("--reason", "Law, contract or cost that stands against a change now.");
    readonly Option<string> reviewDate = TextOption.Required("--review-date", "Day on which to look again, YYYY-MM-DD.", "DATE");

    public DeferCommand(Terminal terminal)
        : base(terminal, "defer", "Put a conflict off to a day, with the reason. Look-ups go on to warn of it.")
    {
        Takes(reason, reviewDate);
        Notes = """
            Examples:
              commonlanguage defer incident --reason "The contract runs until June." --review-date 2027-07-01
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.DeferAsync(
        new() { Name = at.Name, Etag = at.Etag, Reason = parse.GetRequiredValue(reason), ReviewDate = parse.GetRequiredValue(reviewDate), ValidateOnly = isDryRun }, call);
}
