using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Glossaries;

/// <summary>Brings glossary files in.</summary>
sealed class ImportCommand : ToolCommand
{
    const int SecondsOfAnImport = 3_600;
    const string StandardInput = "-";

    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Glossary files; - reads standard input." };
    readonly Option<string> organisation = new("--organisation") { HelpName = "ORG", Description = "Owner of the entries; created when missing.", Required = true };
    readonly Option<string?> name = new("--name") { HelpName = "NAME", Description = "What people call the organisation, when it is created." };
    readonly Option<string?> partnership = FilterOptions.Partnership("Partnership the organisation belongs to; created when missing.");
    readonly Option<bool> dryRun = new("--dry-run") { Description = "Read and check everything, say what would happen, store nothing." };
    readonly Option<string?> delimiter = new("--delimiter")
    {
        HelpName = "CHAR",
        Description = "What separates the fields (one character, or tab); else it is found.",
    };
    readonly Option<string?> encoding = new("--encoding")
    {
        HelpName = "NAME",
        Description = "Encoding of the files (utf-8, utf-16le, windows-1252); else it is found.",
    };
    readonly Option<string?> sheet = new("--sheet") { HelpName = "NAME", Description = "Sheet of an Excel workbook; else the first." };
    readonly Option<string[]> column = new("--column")
    {
        HelpName = "FIELD=COLUMN",
        Description = "Column that holds a field: --column term=name_en --column definition=def_en.",
    };
    readonly Option<bool> allowRefused = new("--allow-refused") { Description = "Exit with 0 even though rows were refused." };
    readonly Option<string[]> format = Choice.Options(
        "--format", "How to print the report (text, json). The format of a file (csv, xlsx, tbx) is told from its content.",
        ["text", "json", "csv", "xlsx", "tbx", "skos"]);

    public ImportCommand(Terminal terminal)
        : base("import", "Read a glossary into the server. Importing the same file again changes nothing.")
    {
        this.terminal = terminal;
        Arguments.Add(files);
        Options.Add(organisation);
        Options.Add(name);
        Options.Add(partnership);
        Options.Add(dryRun);
        Options.Add(delimiter);
        Options.Add(encoding);
        Options.Add(sheet);
        Options.Add(column);
        Options.Add(allowRefused);
        Options.Add(format);
        server = new(this, terminal, SecondsOfAnImport);
        Notes = """
            Examples:
              commonlanguage import glossary.csv --organisation acme --name "Acme Ltd" --partnership suppliers
              commonlanguage import *.csv --organisation acme --dry-run

            A CSV file or the sheet of an Excel workbook has a header row with the columns term and
            definition; language, source, status, replaced_by, note, subject_field and id are optional.
            Other separators, encodings and common names of columns are found; the report says what was
            taken for what. Refused rows make the exit code 1 unless --allow-refused is given; a file that
            is refused as a whole makes it 2.
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var formats = parse.GetRequiredValue(format);
        // What is named is only checked: the server tells the format from the content.
        if (formats.LastOrDefault(word => word is not ("text" or "json" or "tbx")) is { } named)
            _ = GlossaryFormats.Parse(named);
        var paths = parse.GetRequiredValue(files);
        // Nothing is sent before every file has been seen.
        foreach (var path in paths.Where(path => path != StandardInput))
            await InputFile.Open(path).DisposeAsync();

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, columnName) in parse.GetValue(column)!.Select(FieldColumn))
            columns[field] = columnName;
        var total = new ImportTotal();
        foreach (var path in paths)
        {
            await using var file = path == StandardInput ? terminal.In : InputFile.Open(path);
            var header = new ImportHeader
            {
                Organisation = Names.Organisation(parse.GetRequiredValue(organisation)),
                OrganisationDisplayName = parse.GetValue(name) ?? "",
                Partnership = Names.Partnership(parse.GetValue(partnership)),
                FileName = path,
                TotalBytes = file.CanSeek ? file.Length : 0,
                ValidateOnly = parse.GetValue(dryRun),
                Delimiter = parse.GetValue(delimiter) ?? "",
                Encoding = parse.GetValue(encoding) ?? "",
                Sheet = parse.GetValue(sheet) ?? "",
            };
            header.Columns.Add(columns);
            try
            {
                var (report, refusal) = await ProgressBar.ShowAsync(
                    terminal,
                    $"Reading {Path.GetFileName(path)}",
                    progress => GlossaryUpload.SendAsync(connection, header, file, news => progress(ProgressOf(header, news)), cancellation));
                total.Add(path, report);
                if (refusal is not null)
                    throw refusal;
            }
            catch (RpcException fault) when (!cancellation.IsCancellationRequested && RpcFailure.Of(fault, connection.Address) is { ExitCode: ExitCode.WrongUse } failure)
            {
                // The other files may be sound.
                total.Refuse(path, RpcFailure.Refusal(fault), failure.Message);
                terminal.Tell($"{path}: {failure.Message}");
            }
        }

        if (formats.LastOrDefault(word => word is "text" or "json") == "json")
            Json.Write(terminal, total.Report);
        else
            ImportSummary.Show(terminal, total);
        return total.HasRefusedFile ? ExitCode.WrongUse
            : total.Report.Refused > 0 && !parse.GetValue(allowRefused) ? ExitCode.NoOrFindings
            : ExitCode.Done;
    }

    static KeyValuePair<string, string> FieldColumn(string told) => told.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
        ? new(told[..end].Trim().ToLowerInvariant().Replace('-', '_'), told[(end + 1)..].Trim())
        : throw FailureException.WrongUse($"--column takes FIELD=COLUMN, such as term=name_en, not '{told}'.");

    static Progress ProgressOf(ImportHeader header, ImportProgress news) => news.Stage == ImportProgress.Types.Stage.Storing
        ? new($"Storing {Path.GetFileName(header.FileName)}", news.RowsStored / (double)Math.Max(news.RowsRead, 1))
        : new($"Reading {Path.GetFileName(header.FileName)}", header.TotalBytes == 0 ? 0 : news.BytesRead / (double)header.TotalBytes);
}
