using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands;

/// <summary>One conflict with its definitions.</summary>
sealed class ConflictCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string> id = new("ID") { Description = "Name (partnerships/P/conflicts/ID), the id alone as 'conflicts' lists it, or the word." };
    readonly Option<string> format = FormatOption.TextOrJson();

    public ConflictCommand(Terminal terminal)
        : base("conflict", "Show one conflict: definitions side by side, differences marked. Exit code 1 when there is none.")
    {
        this.terminal = terminal;
        Arguments.Add(id);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage conflict incident
              commonlanguage conflict partnerships/default/conflicts/incident --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var asked = parse.GetRequiredValue(id);
        List<Conflict> found = [];
        foreach (var name in asked.Contains('/') ? [asked] : CanBeId(asked) ? await NamesOfAsync(connection, asked, cancellation) : [])
        {
            if (await FindAsync(connection, name, cancellation) is { } conflict)
                found.Add(conflict);
        }

        if (found.Count == 0 && !asked.Contains('/'))
            found.AddRange((await connection.Conflicts.ListConflictsAsync(new ListConflictsRequest { Term = asked, PageSize = 10 }, connection.Call(cancellation))).Conflicts);
        switch (found)
        {
            case []:
                terminal.Tell($"There is no conflict '{asked}'; 'commonlanguage conflicts' lists them.");
                return ExitCode.NothingFound;
            case [var conflict]:
                if (parse.GetValue(format) == "json")
                    Json.Write(terminal, conflict);
                else
                    ConflictPage.Show(terminal, conflict);
                return ExitCode.Done;
            default:
                throw FailureException.WrongUse($"There are several conflicts '{asked}'; say which: {string.Join(", ", found.Select(conflict => conflict.Name))}.");
        }
    }

    static bool CanBeId(string text) => text.All(unit => char.IsLetterOrDigit(unit) || unit is '.' or '-' or '_');

    static async Task<List<string>> NamesOfAsync(ServerConnection connection, string id, CancellationToken cancellation)
    {
        List<string> names = [];
        var request = new ListPartnershipsRequest { PageSize = 1_000 };
        do
        {
            var page = await connection.Glossary.ListPartnershipsAsync(request, connection.Call(cancellation));
            names.AddRange(page.Partnerships.Select(partnership => $"{partnership.Name}/conflicts/{id}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return names;
    }

    static async Task<Conflict?> FindAsync(ServerConnection connection, string name, CancellationToken cancellation)
    {
        try
        {
            return await connection.Conflicts.GetConflictAsync(new GetConflictRequest { Name = name }, connection.Call(cancellation));
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }
}
