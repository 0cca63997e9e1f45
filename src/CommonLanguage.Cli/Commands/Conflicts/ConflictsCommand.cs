using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>The queue of conflicts, sharpest first.</summary>
sealed class ConflictsCommand : ToolCommand
{
    // Definitions come along; a page of this many stays far below what one message may hold.
    const int PageSize = 200;

    static readonly ConflictKind[] Kinds = [.. Enum.GetValues<ConflictKind>().Where(kind => kind != ConflictKind.Unspecified)];
    static readonly Conflict.Types.Status[] Statuses = [.. Enum.GetValues<Conflict.Types.Status>().Where(status => status != Conflict.Types.Status.Unspecified)];

    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<string?> partnership = FilterOptions.Partnership("Only conflicts of this partnership.");
    readonly Option<string[]> organisations = FilterOptions.Organisations("Only conflicts this organisation takes part in; two or more: between them.");
    readonly Option<string[]> kinds = Choice.Options("--kind", "Only this kind; may be repeated.", [.. Kinds.Select(Words.Of)]);
    readonly Option<double> minimumSeverity = NumberOption.Decimal("--minimum-severity", "X", "Only this severe or more.", 0, 0, 1);
    readonly Option<string[]> statuses = Choice.Options("--status", "Only this status; may be repeated; else all that are open.", [.. Statuses.Select(Words.Of)]);
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 50, 1, 100_000);
    readonly Option<string> format = FormatOption.TextOrJson();

    public ConflictsCommand(Terminal terminal)
        : base("conflicts", "List the words whose meanings part, sharpest first.")
    {
        this.terminal = terminal;
        Options.Add(partnership);
        Options.Add(organisations);
        Options.Add(kinds);
        Options.Add(minimumSeverity);
        Options.Add(statuses);
        Options.Add(limit);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage conflicts --limit 10
              commonlanguage conflicts --organisation nist.gov --organisation cnss.gov --kind parameter
              commonlanguage conflicts --status resolved --format json
              commonlanguage conflicts --kind synonymy
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var most = parse.GetValue(limit);
        var request = new ListConflictsRequest
        {
            Parent = Names.Partnership(parse.GetValue(partnership)),
            MinimumSeverity = parse.GetValue(minimumSeverity),
        };
        request.Organisations.AddRange((parse.GetValue(organisations) ?? []).Select(Names.Organisation));
        request.Kinds.AddRange(Kinds.Where(kind => (parse.GetValue(kinds) ?? []).Contains(Words.Of(kind))));
        request.Statuses.AddRange(Statuses.Where(status => (parse.GetValue(statuses) ?? []).Contains(Words.Of(status))));

        var answer = new ListConflictsResponse();
        do
        {
            request.PageSize = Math.Min(PageSize, most - answer.Conflicts.Count);
            request.PageToken = answer.NextPageToken;
            var page = await connection.Conflicts.ListConflictsAsync(request, connection.Call(cancellation));
            answer.MergeFrom(page);
            answer.NextPageToken = page.NextPageToken;
        }
        while (answer.Conflicts.Count < most && answer.NextPageToken.Length > 0);

        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Conflicts.Count > 0)
            ConflictQueue.Show(terminal, answer);
        else
            terminal.Tell("No conflict passes; the meanings agree, or --status and the other filters hide them.");
        return ExitCode.Done;
    }
}
