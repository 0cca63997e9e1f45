using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>The first look at a conflict.</summary>
sealed class TriageCommand : StepCommand
{
    static readonly string[] Verdicts = ["same", "broader", "narrower", "related", "different", "unsure"];

    readonly Argument<string> verdict = Choice.Argument("VERDICT", "How the meanings relate, the first to the second.", Verdicts);
    readonly Option<string?> a = new("--a") { HelpName = "ORG", Description = "The first meaning: its organisation, or the name of its entry; else every pair." };
    readonly Option<string?> b = new("--b") { HelpName = "ORG", Description = "The second meaning; goes with --a." };
    readonly Option<string> comment = TextOption.Optional("--comment", "Why.");

    public TriageCommand(Terminal terminal)
        : base(terminal, "triage", "Say at the first look how the meanings of a conflict relate. 'same' dismisses it.")
    {
        Takes(verdict, a, b, comment);
        Notes = """
            Examples:
              commonlanguage triage incident related
              commonlanguage triage incident broader --a nist --b cnss --comment "covers near misses"
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call)
    {
        var (first, second) = (parse.GetValue(a), parse.GetValue(b));
        if (first is null != second is null)
            throw FailureException.WrongUse("--a and --b go together; give both or none.");
        return desk.TriageAsync(
            new()
            {
                Name = at.Name,
                Etag = at.Etag,
                Verdict = (TriageRequest.Types.Verdict)(Array.IndexOf(Verdicts, parse.GetRequiredValue(verdict)) + 1),
                A = first is null ? "" : Sides.Entry(at, first),
                B = second is null ? "" : Sides.Entry(at, second),
                Comment = parse.GetRequiredValue(comment),
                ValidateOnly = isDryRun,
            },
            call);
    }
}
