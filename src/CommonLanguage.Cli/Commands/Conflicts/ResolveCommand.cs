using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Settles a conflict.</summary>
sealed class ResolveCommand : StepCommand
{
    readonly Option<int> proposal = NumberOption.Required("--proposal", "N", "The number of the proposal that was accepted.");
    readonly Option<string> rationale = TextOption.Optional("--rationale", "Why; else the proposal's.");
    readonly Option<string> effectiveDate = TextOption.Optional("--effective-date", "First day it holds, YYYY-MM-DD; else today.", "DATE");
    readonly Option<string> reviewDate = TextOption.Optional("--review-date", "Day on which to look again, YYYY-MM-DD; else the proposal's.", "DATE");

    public ResolveCommand(Terminal terminal)
        : base(terminal, "resolve", "Settle a conflict once the sign-off rule is met: publishes the texts of those who accepted.")
    {
        Takes(proposal, rationale, effectiveDate, reviewDate);
        Notes = """
            Examples:
              commonlanguage resolve incident --proposal 1
              commonlanguage resolve incident --proposal 1 --effective-date 2027-01-01 --review-date 2028-01-01
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.ResolveAsync(
        new()
        {
            Name = at.Name,
            Etag = at.Etag,
            Proposal = parse.GetValue(proposal),
            Rationale = parse.GetRequiredValue(rationale),
            EffectiveDate = parse.GetRequiredValue(effectiveDate),
            ReviewDate = parse.GetRequiredValue(reviewDate),
            ValidateOnly = isDryRun,
        },
        call);
}
