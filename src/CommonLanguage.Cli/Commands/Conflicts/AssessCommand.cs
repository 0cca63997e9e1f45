using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>An organisation's short form about a conflict.</summary>
sealed class AssessCommand : StepCommand
{
    static readonly string[] Overlaps = ["nothing", "some", "most", "all"];
    static readonly string[] Costs = ["none", "low", "medium", "high"];

    readonly Option<string> organisation = TextOption.Required("--organisation", "Whose answers these are.", "ORG");
    readonly Option<string> overlap = Choice.Required("--overlap", "How much of the essential characteristics is shared.", Overlaps);
    readonly Option<string> cost = Choice.Required("--cost", "What a change would cost the organisation.", Costs);
    readonly Option<bool> otherField = new("--other-field") { Description = "The meanings belong to different fields." };
    readonly Option<string> boundBy = TextOption.Optional("--bound-by", "The law, standard or contract that binds the organisation.");
    readonly Option<string> comment = TextOption.Optional("--comment", "Anything else.");

    public AssessCommand(Terminal terminal)
        : base(terminal, "assess", "Fill in an organisation's short form: what is shared, what binds it, what a change would cost.")
    {
        Takes(organisation, overlap, cost, otherField, boundBy, comment);
        Notes = """
            Examples:
              commonlanguage assess incident --organisation cnss --overlap most --cost low
              commonlanguage assess incident --organisation nist --overlap some --cost high --bound-by "SP 800-61"
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.AssessAsync(
        new()
        {
            Name = at.Name,
            Etag = at.Etag,
            Assessment = new()
            {
                Organisation = Names.Organisation(parse.GetRequiredValue(organisation)),
                SameField = !parse.GetValue(otherField),
                Overlap = (Assessment.Types.Overlap)(Array.IndexOf(Overlaps, parse.GetRequiredValue(overlap)) + 1),
                Cost = (Assessment.Types.Cost)(Array.IndexOf(Costs, parse.GetRequiredValue(cost)) + 1),
                BoundBy = parse.GetRequiredValue(boundBy),
                Comment = parse.GetRequiredValue(comment),
            },
            ValidateOnly = isDryRun,
        },
        call);
}
