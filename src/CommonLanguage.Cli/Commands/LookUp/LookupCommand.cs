using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.LookUp;

/// <summary>What a word means to each organisation.</summary>
sealed class LookupCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string[]> term = new("TERM") { Arity = ArgumentArity.OneOrMore, Description = "The word, as it stands in a text." };
    readonly Option<string[]> organisations = FilterOptions.Organisations("Only this organisation; may be repeated.");
    readonly Option<string?> partnership = FilterOptions.Partnership("Only members of this partnership, and only its conflicts.");
    readonly Option<string?> language = new("--language") { HelpName = "L", Description = "Only meanings in this language (BCP 47: en, en-GB)." };
    readonly Option<string?> reader = new("--for") { HelpName = "ORG", Description = "Whose reader asks: notes of settlements are then those for this organisation." };
    readonly Option<string?> at = new("--at") { HelpName = "DATE", Description = "The meaning on this day, YYYY-MM-DD; else today's." };
    readonly Option<string> format = FormatOption.TextOrJson();

    public LookupCommand(Terminal terminal)
        : base("lookup", "Say what a word means to each organisation. Exit code 1 when nobody defines it.")
    {
        this.terminal = terminal;
        Arguments.Add(term);
        Options.Add(organisations);
        Options.Add(partnership);
        Options.Add(language);
        Options.Add(reader);
        Options.Add(at);
        Options.Add(format);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage lookup incident
              commonlanguage lookup "security incident" --organisation nist.gov --organisation cnss.gov
              commonlanguage lookup incident --for nist.gov
              commonlanguage lookup incident --at 2026-01-31 --format json
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var request = new LookUpTermRequest
        {
            Term = string.Join(' ', parse.GetRequiredValue(term)),
            Partnership = Names.Partnership(parse.GetValue(partnership)),
            Language = parse.GetValue(language) ?? "",
            At = parse.GetValue(at) ?? "",
            Reader = parse.GetValue(reader) is { } name ? Names.Organisation(name) : "",
        };
        request.Organisations.AddRange((parse.GetValue(organisations) ?? []).Select(Names.Organisation));
        var answer = await connection.Lookup.LookUpTermAsync(request, connection.Call(cancellation));

        if (parse.GetValue(format) == "json")
            Json.Write(terminal, answer);
        else if (answer.Meanings.Count > 0)
            MeaningBlocks.Show(terminal, request.Term, answer.Meanings);
        else
            terminal.Tell(await NobodyAsync(connection, request, cancellation));
        return answer.Meanings.Count > 0 ? ExitCode.Done : ExitCode.NoOrFindings;
    }

    static async Task<string> NobodyAsync(ServerConnection connection, LookUpTermRequest request, CancellationToken cancellation)
    {
        var suggest = new SuggestTermsRequest { Prefix = request.Term, Partnership = request.Partnership, PageSize = 3 };
        suggest.Organisations.AddRange(request.Organisations);
        var near = await connection.Lookup.SuggestTermsAsync(suggest, connection.Call(cancellation));
        var who = request.Organisations.Count + request.Partnership.Length > 0 || request.Language.Length + request.At.Length > 0 ? "Nobody asked for" : "Nobody";
        return near.Suggestions.Count == 0
            ? $"{who} defines '{request.Term}'; 'commonlanguage search' looks into definitions too."
            : $"{who} defines '{request.Term}'; did you mean {string.Join(", ", near.Suggestions.Select(suggestion => $"'{suggestion.Term}'"))}?";
    }
}
