using System.CommandLine;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Who takes care of a conflict.</summary>
sealed class AssignCommand : StepCommand
{
    readonly Argument<string[]> people = new("PERSON") { Arity = ArgumentArity.ZeroOrMore, Description = "As they sign in; nobody = nobody in particular." };

    public AssignCommand(Terminal terminal)
        : base(terminal, "assign", "Say who takes care of a conflict. A coordinator names anybody, a translator themself.")
    {
        Takes(people);
        Notes = """
            Examples:
              commonlanguage assign incident ada@example.org
              commonlanguage assign incident
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call)
    {
        var request = new AssignRequest { Name = at.Name, Etag = at.Etag, ValidateOnly = isDryRun };
        request.People.AddRange(parse.GetValue(people) ?? []);
        return desk.AssignAsync(request, call);
    }
}
