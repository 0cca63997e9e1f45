using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Says that a conflict is none.</summary>
sealed class DismissCommand : StepCommand
{
    readonly Argument<string> why = Choice.Argument("WHY", "same: one meaning in other words; unrelated: different things that only share the word.", ["same", "unrelated"]);
    readonly Option<string> reason = TextOption.Optional("--reason", "More about it.");

    public DismissCommand(Terminal terminal)
        : base(terminal, "dismiss", "Say that it is no conflict. Remembered until one of the meanings changes.")
    {
        Takes(why, reason);
        Notes = """
            Examples:
              commonlanguage dismiss incident same
              commonlanguage dismiss key unrelated --reason "One is a door's, the other a cipher's."
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.DismissAsync(
        new() { Name = at.Name, Etag = at.Etag, Same = parse.GetRequiredValue(why) == "same", Reason = parse.GetRequiredValue(reason), ValidateOnly = isDryRun }, call);
}
