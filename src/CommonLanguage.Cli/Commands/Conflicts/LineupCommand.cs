using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>What each side of a conflict says of each characteristic; a person corrects what was read.</summary>
sealed class LineupCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly ConflictArgument conflict;
    readonly Option<string?> side = new("--side") { HelpName = "ORG", Description = "Correct what this side says; goes with --characteristic and --value." };
    readonly Option<string?> characteristic = new("--characteristic") { HelpName = "NAME", Description = "The row, one that is shown or a new one." };
    readonly Option<string?> value = new("--value") { HelpName = "TEXT", Description = "What the side says of it; an empty text = nothing." };
    readonly Option<string> format = FormatOption.TextOrJson();

    public LineupCommand(Terminal terminal)
        : base("lineup", "Hold the definitions of a conflict against each other, characteristic by characteristic, or correct a cell.")
    {
        this.terminal = terminal;
        conflict = new(this);
        foreach (var option in (Option[])[side, characteristic, value, format])
            Options.Add(option);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage lineup incident
              commonlanguage lineup incident --side nist --characteristic includes --value "near misses"
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var given = (Side: parse.GetValue(side), Row: parse.GetValue(characteristic), Value: parse.GetValue(value));
        if (given is not ((null, null, null) or (not null, not null, not null)))
            throw FailureException.WrongUse("--side, --characteristic and --value go together; give all three to correct a cell, or none to see the line-up.");
        if (await conflict.FindAsync(parse, terminal, connection, cancellation) is not { } found)
            return ExitCode.NoOrFindings;
        var call = connection.Call(cancellation);
        var answer = given.Side is null
            ? await connection.Reconciliations.GetReconciliationAsync(new() { Name = found.Name }, call)
            : await connection.Reconciliations.CorrectLineUpAsync(
                new() { Name = found.Name, Etag = found.Etag, Cell = new() { Entry = Sides.Entry(found, given.Side), Characteristic = given.Row, Value = given.Value } }, call);
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else
            LineUpPage.Show(terminal, answer);
        return ExitCode.Done;
    }
}
