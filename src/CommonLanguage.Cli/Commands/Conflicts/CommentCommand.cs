using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>Something said about a conflict.</summary>
sealed class CommentCommand : StepCommand
{
    readonly Argument<string[]> text = new("TEXT") { Arity = ArgumentArity.OneOrMore, Description = "What to say." };
    readonly Option<int> replyTo = NumberOption.Whole("--reply-to", "N", "The number of what it answers, as 'history' lists it; 0 = nothing.", 0, 0, int.MaxValue);

    public CommentCommand(Terminal terminal)
        : base(terminal, "comment", "Say something about a conflict.")
    {
        Takes(text, replyTo);
        Notes = """
            Examples:
              commonlanguage comment incident "Do near misses count on your side?"
              commonlanguage comment incident "They do, since 2024." --reply-to 2
            """;
    }

    /// <inheritdoc/>
    protected override AsyncUnaryCall<Reconciliation> Step(
        ParseResult parse, Conflict at, ReconciliationService.ReconciliationServiceClient desk, bool isDryRun, CallOptions call) => desk.CommentAsync(
        new()
        {
            Name = at.Name, Text = string.Join(' ', parse.GetRequiredValue(text)), ReplyTo = parse.GetValue(replyTo), ValidateOnly = isDryRun,
        },
        call);
}
