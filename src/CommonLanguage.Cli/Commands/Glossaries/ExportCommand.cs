using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Glossaries;

/// <summary>Writes a glossary as a file.</summary>
sealed class ExportCommand : ToolCommand
{
    const int SecondsOfAnExport = 3_600;

    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Option<string> organisation = new("--organisation") { HelpName = "ORG", Description = "Whose glossary.", Required = true };
    readonly Option<string> format = Choice.Option(
        "--format", "Format of the file; sssom holds what people decided of pairs of entries.", "csv", ["csv", "xlsx", "tbx", "skos", "sssom"]);
    readonly Option<string?> output = new("--output") { HelpName = "FILE", Description = "Write to this file; else to standard output." };

    public ExportCommand(Terminal terminal)
        : base("export", "Write an organisation's glossary, or its mappings, as a file.")
    {
        this.terminal = terminal;
        Options.Add(organisation);
        Options.Add(format);
        Options.Add(output);
        server = new(this, terminal, SecondsOfAnExport);
        Notes = """
            Examples:
              commonlanguage export --organisation acme --output acme.csv
              commonlanguage export --organisation acme | head
              commonlanguage export --organisation acme --format xlsx --output acme.xlsx
              commonlanguage export --organisation acme --format sssom --output acme.sssom.tsv
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var request = new ExportGlossaryRequest
        {
            Organisation = Names.Organisation(parse.GetRequiredValue(organisation)),
            Format = GlossaryFormats.Parse(parse.GetRequiredValue(format)),
        };
        using var call = connection.Interchange.ExportGlossary(request, connection.Call(cancellation));
        // The first piece comes before the file is made: a refusal leaves nothing behind.
        var pieces = call.ResponseStream;
        var more = await pieces.MoveNext(cancellation);
        await OutputFile.WriteAsync(terminal, parse.GetValue(output), async stream =>
        {
            for (; more; more = await pieces.MoveNext(cancellation))
                await stream.WriteAsync(pieces.Current.Chunk.Memory, cancellation);
        });
        return ExitCode.Done;
    }
}
