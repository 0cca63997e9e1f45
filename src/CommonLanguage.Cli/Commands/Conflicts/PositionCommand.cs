using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>An organisation's position on a proposal.</summary>
sealed class PositionCommand : StepCommand
{
    static readonly string[] Stances = ["accept", "accept-with-reservation", "object", "abstain"];

    readonly Argument<string> stance = Choice.Argument("STANCE", "What the organisation says.", Stances);
    readonly Option<int> proposal = NumberOption.Required("--proposal", "N", "The number of the proposal it is about.");
    readonly Option<string> organisation = TextOption.Required("--organisation", "Whose position it is.", "ORG");
    readonly Option<string> statement = TextOption.Optional("--statement", "Why; a reservation and an objection must say.");

    public PositionCommand(Terminal terminal)
        : base(terminal, "position", "Take an organisation's position on a proposal. A later one takes the place of an earlier one.")
    {
        Takes(stance, proposal, organisation, statement);
        Notes = """
            Examples:
              commonlanguage position incident accept --proposal 1 --organisation cnss
              commonlanguage position incident object --proposal 1 --organisation nist --statement "Excludes near misses."
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.TakePositionAsync(
        new()
        {
            Name = at.Name,
            Etag = at.Etag,
            Organisation = Names.Organisation(parse.GetRequiredValue(organisation)),
            Proposal = parse.GetValue(proposal),
            Stance = (Position.Types.Stance)(Array.IndexOf(Stances, parse.GetRequiredValue(stance)) + 1),
            Statement = parse.GetRequiredValue(statement),
            ValidateOnly = isDryRun,
        },
        call);
}
