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
        if (request.Language.Length + request.At.Length > 0)
        {
            var otherwise = request.Clone();
            (otherwise.Language, otherwise.At) = ("", "");
            var meanings = (await connection.Lookup.LookUpTermAsync(otherwise, connection.Call(cancellation))).Meanings;
            if (meanings.Count > 0)
                return Otherwise(request, meanings);
        }

        var suggest = new SuggestTermsRequest { Prefix = request.Term, Partnership = request.Partnership, PageSize = 3 };
        suggest.Organisations.AddRange(request.Organisations);
        var near = (await connection.Lookup.SuggestTermsAsync(suggest, connection.Call(cancellation))).Suggestions
            .Select(suggestion => suggestion.Term).Where(term => !string.Equals(term, request.Term, StringComparison.OrdinalIgnoreCase)).ToList();
        var who = request.Organisations.Count + request.Partnership.Length > 0 || request.Language.Length + request.At.Length > 0 ? "Nobody asked for" : "Nobody";
        return near.Count == 0
            ? $"{who} defines '{request.Term}'; 'commonlanguage search' looks into definitions too."
            : $"{who} defines '{request.Term}'; did you mean {string.Join(", ", near.Select(term => $"'{term}'"))}?";
    }

    // The word is there, and only the day or the language keeps its meanings away.
    static string Otherwise(LookUpTermRequest request, Google.Protobuf.Collections.RepeatedField<Meaning> meanings)
    {
        var today = meanings.Select(meaning => meaning.Organisation).Distinct(StringComparer.Ordinal).Count();
        var asked = (request.At.Length > 0, request.Language.Length > 0) switch
        {
            (true, true) => $"on {request.At} in '{request.Language}'",
            (true, false) => $"on {request.At}",
            _ => $"in '{request.Language}'",
        };
        var tongues = string.Join(", ", meanings.Select(meaning => meaning.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var without = (request.At.Length > 0, request.Language.Length > 0) switch
        {
            (true, true) => "--at and --language",
            (true, false) => "--at",
            _ => "--language",
        };
        return $"Nobody asked for has a meaning of '{request.Term}' {asked}; today {Count.Of(today, "organisation")} {(today == 1 ? "has" : "have")} one ({tongues}). Leave out {without} to read {(meanings.Count == 1 ? "it" : "them")}.";
    }
}
