using System.CommandLine;
using System.Text;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Comparing;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.LookUp;

/// <summary>What the comparison says of two definitions; needs no server.</summary>
sealed class CompareCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly Argument<string?> a = new("A") { Arity = ArgumentArity.ZeroOrOne, Description = "First definition." };
    readonly Argument<string?> b = new("B") { Arity = ArgumentArity.ZeroOrOne, Description = "Second definition." };
    readonly Option<string?> term = new("--term") { HelpName = "T", Description = "The word that both texts define." };
    readonly Option<string> language = new("--language") { HelpName = "L", Description = "Language of both texts (BCP 47).", DefaultValueFactory = _ => "en" };
    readonly Option<string> format = FormatOption.TextOrJson();
    readonly Option<string?> input = new("--input") { HelpName = "PAIRS.jsonl", Description = "Compare the pairs of this file, one JSON object a line; - reads standard input." };
    readonly Option<string?> output = new("--output") { HelpName = "OUT.jsonl", Description = "Write the answers to this file; else to standard output." };

    public CompareCommand(Terminal terminal)
        : base("compare", "Say how two definitions of a word relate and where they part. Needs no server.")
    {
        this.terminal = terminal;
        Arguments.Add(a);
        Arguments.Add(b);
        Options.Add(term);
        Options.Add(language);
        Options.Add(format);
        Options.Add(input);
        Options.Add(output);
        Notes = """
            Examples:
              commonlanguage compare "Restored within 4 hours." "Restored within one day." --term resolution
              commonlanguage compare --input pairs.jsonl --output answers.jsonl

            A line of pairs.jsonl: {"id": "1", "term": "resolution", "a": "...", "b": "..."}; language,
            partOfSpeech and group are optional; pairs of one group are judged together. A line that is not
            valid is answered with {"id": ..., "error": "..."} and makes the exit code 2.
            """;
        SetAction(RunAsync);
    }

    async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var texts = (A: parse.GetValue(a), B: parse.GetValue(b));
        switch (parse.GetValue(input))
        {
            case { } path when texts.A is null:
                return await AnswerFileAsync(path, parse.GetValue(output), cancellation);
            case not null:
                throw FailureException.WrongUse("Give two texts or --input, not both.");
            case null when texts is not { A: not null, B: not null }:
                throw FailureException.WrongUse("Say what to compare: two texts and --term, or --input FILE.");
            case null when parse.GetValue(output) is not null:
                throw FailureException.WrongUse("--output goes with --input; for two texts, redirect standard output.");
            default:
                Answer(parse, texts.A, texts.B);
                return ExitCode.Done;
        }
    }

    void Answer(ParseResult parse, string textA, string textB)
    {
        var word = parse.GetValue(term) ?? throw FailureException.WrongUse("Say which word both texts define, with --term.");
        var pair = new Pair(word, textA, textB, parse.GetRequiredValue(language));
        var comparison = Judge.Compare(pair);
        if (parse.GetValue(format) == "json")
            terminal.Out.WriteLine(AnswerLine.Document(comparison));
        else
            ComparisonPage.Show(terminal, word, textA, textB, comparison);
    }

    async Task<int> AnswerFileAsync(string path, string? outputPath, CancellationToken cancellation)
    {
        await using var pairs = path == "-" ? await SpooledAsync(terminal.In, cancellation) : await SeekableAsync(path, cancellation);
        (long Lines, long Invalid) done = default;
        var doing = $"Comparing {Path.GetFileName(path)}";
        await OutputFile.WriteAsync(terminal, outputPath, async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
            done = await ProgressBar.ShowAsync(terminal, doing, progress =>
                Task.Run(() => PairFile.AnswerAsync(pairs, writer, share => progress(new(doing, share)), cancellation), cancellation));
        });
        if (done.Invalid == 0)
            return ExitCode.Done;
        terminal.Tell($"{Count.Of(done.Invalid, "line")} of {Count.Of(done.Lines, "line")} not valid; the answers say why.");
        return ExitCode.WrongUse;
    }

    // The pairs are read twice, which a pipe does not allow.
    static async Task<Stream> SeekableAsync(string path, CancellationToken cancellation)
    {
        var file = InputFile.Open(path);
        if (file.CanSeek)
            return file;
        await using (file)
            return await SpooledAsync(file, cancellation);
    }

    static async Task<Stream> SpooledAsync(Stream pipe, CancellationToken cancellation)
    {
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await pipe.CopyToAsync(file, cancellation);
        file.Position = 0;
        return file;
    }
}
