using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Publishes again, for one owner, what stood before a settlement that was reopened.</summary>
sealed class TakeBackCommand : StepCommand
{
    readonly Option<string> organisation = TextOption.Required("--organisation", "Whose entries.", "ORG");

    public TakeBackCommand(Terminal terminal)
        : base(terminal, "take-back", "Publish again what stood before a settlement that was reopened. The history keeps both texts.")
    {
        Takes(organisation);
        Notes = """
            Examples:
              commonlanguage reopen incident --reason "The contract has ended."
              commonlanguage take-back incident --organisation cnss
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.TakeBackAsync(
        new() { Name = at.Name, Etag = at.Etag, Organisation = Names.Organisation(parse.GetRequiredValue(organisation)), ValidateOnly = isDryRun }, call);
}
