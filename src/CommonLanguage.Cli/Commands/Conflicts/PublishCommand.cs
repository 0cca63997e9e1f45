using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Publishes for an organisation what a resolution had left waiting.</summary>
sealed class PublishCommand : StepCommand
{
    readonly Option<string> organisation = TextOption.Required("--organisation", "For whom.", "ORG");

    public PublishCommand(Terminal terminal)
        : base(terminal, "publish", "Publish what a resolution had left waiting for an organisation that did not accept it.")
    {
        Takes(organisation);
        Notes = """
            Examples:
              commonlanguage publish incident --organisation cnss
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.PublishEffectsAsync(
        new() { Name = at.Name, Etag = at.Etag, Organisation = Names.Organisation(parse.GetRequiredValue(organisation)), ValidateOnly = isDryRun }, call);
}
