using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.LookUp;

/// <summary>Full text search over terms and definitions.</summary>
sealed class SearchCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string[]> words = new("WORDS")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Words to find; \"a phrase\" in quotes, wor* for a beginning, -word to leave out.",
    };

    readonly Option<string[]> organisations = FilterOptions.Organisations("Only this organisation; may be repeated.");
    readonly Option<string?> partnership = FilterOptions.Partnership("Only members of this partnership.");
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 20, 1, 1_000);
    readonly Option<string> format = FormatOption.TextOrJson();

    public SearchCommand(Terminal terminal)
        : base("search", "Find words in terms and definitions, with the matched part shown. Exit code 1 when nothing is found.")
    {
        this.terminal = terminal;
        Arguments.Add(words);
        Options.Add(organisations);
        Options.Add(partnership);
        Options.Add(limit);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage search unauthorized disclosure
              commonlanguage search '"access control" -list'
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var request = new SearchEntriesRequest
        {
            Query = string.Join(' ', parse.GetRequiredValue(words)),
            Partnership = Names.Partnership(parse.GetValue(partnership)),
            PageSize = parse.GetValue(limit),
        };
        request.Organisations.AddRange((parse.GetValue(organisations) ?? []).Select(Names.Organisation));
        var answer = await connection.Lookup.SearchEntriesAsync(request, connection.Call(cancellation));

        if (answer.IndexPercent < 100)
            terminal.Tell($"The server's index is being rebuilt ({answer.IndexPercent} %); entries may be missing.");
        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Hits.Count > 0)
            HitList.Show(terminal, answer);
        else
            terminal.Tell($"Nothing holds '{request.Query}'; try fewer words, or a beginning such as 'wor*'.");
        return answer.Hits.Count > 0 ? ExitCode.Done : ExitCode.NoOrFindings;
    }
}
