using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Conflicts;

/// <summary>The argument that names a conflict: by resource name, by the id alone, or by the word.</summary>
sealed class ConflictArgument
{
    readonly Argument<string> id = new("ID") { Description = "Name (partnerships/P/conflicts/ID), the id alone as 'conflicts' lists it, or the word." };

    /// <summary>Adds the argument to a command.</summary>
    public ConflictArgument(Command command) => command.Arguments.Add(id);

    /// <summary>The conflict that is meant; null, and the person told, when there is none.</summary>
    /// <exception cref="FailureException">Several may be meant.</exception>
    public async Task<Conflict?> FindAsync(ParseResult parse, Terminal terminal, ServerConnection connection, CancellationToken cancellation)
    {
        var asked = parse.GetRequiredValue(id);
        List<Conflict> found = [];
        foreach (var name in asked.Contains('/') ? [asked] : CanBeId(asked) ? await NamesOfAsync(connection, asked, cancellation) : [])
        {
            if (await ReadAsync(connection, name, cancellation) is { } conflict)
                found.Add(conflict);
        }

        if (found.Count == 0 && !asked.Contains('/'))
            found.AddRange((await connection.Conflicts.ListConflictsAsync(OfWord(asked), connection.Call(cancellation))).Conflicts);
        if (found.Count > 1)
            throw FailureException.WrongUse($"There are several conflicts '{asked}'; say which: {string.Join(", ", found.Select(conflict => conflict.Name))}.");
        if (found.Count == 0)
            terminal.Tell($"There is no conflict '{asked}'; 'commonlanguage conflicts' lists them.");
        return found.FirstOrDefault();
    }

    // Settled ones are meant too: they are looked at and reopened by their word.
    static ListConflictsRequest OfWord(string word)
    {
        var request = new ListConflictsRequest { Term = word, PageSize = 10 };
        request.Statuses.AddRange(Enum.GetValues<Conflict.Types.Status>()
            .Where(status => status is not (Conflict.Types.Status.Unspecified or Conflict.Types.Status.Closed)));
        return request;
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

    static async Task<Conflict?> ReadAsync(ServerConnection connection, string name, CancellationToken cancellation)
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
