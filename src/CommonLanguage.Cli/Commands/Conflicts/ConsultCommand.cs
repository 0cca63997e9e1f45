using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Lays a proposal before the parties.</summary>
sealed class ConsultCommand : StepCommand
{
    readonly Option<int> proposal = NumberOption.Required("--proposal", "N", "The number of the proposal.");
    readonly Option<string> from = TextOption.Optional("--from", "First day, YYYY-MM-DD; else today.", "DATE");
    readonly Option<string> to = TextOption.Required("--to", "Last day, YYYY-MM-DD; who has taken no position by its end abstains.", "DATE");

    public ConsultCommand(Terminal terminal)
        : base(terminal, "consult", "Lay a proposal before the parties, from a day to a day.")
    {
        Takes(proposal, from, to);
        Notes = """
            Examples:
              commonlanguage consult incident --proposal 1 --to 2027-01-31
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.OpenConsultationAsync(
        new()
        {
            Name = at.Name,
            Etag = at.Etag,
            Proposal = parse.GetValue(proposal),
            FromDate = parse.GetRequiredValue(from),
            ToDate = parse.GetRequiredValue(to),
            ValidateOnly = isDryRun,
        },
        call);
}
