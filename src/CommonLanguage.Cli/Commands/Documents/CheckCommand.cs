using System.CommandLine;
using System.Globalization;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Cli.Checking;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Documents;

/// <summary>Checks whether documents speak their readers' language.</summary>
sealed class CheckCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly GlossaryOptions glossary;
    readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Documents, or folders with documents; - reads standard input.",
        Arity = ArgumentArity.OneOrMore,
        // The library's own way makes the array by reflection, which takes longer than reading a small document.
        CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
    };

    readonly Option<string?> asName = new("--as-name") { HelpName = "NAME", Description = "Name of the file that standard input stands for: it tells the format and who reads it." };
    readonly Option<string> format = Choice.Option("--format", "How to print.", "text", ["text", "json", "sarif", "github", "junit", "checkstyle"]);
    readonly Option<string> colour = Choice.Option("--color", "Colours in text: where standard output is a terminal, always, or never.", "auto", ["auto", "always", "never"]);
    readonly Option<string?> output = new("--output") { HelpName = "FILE", Description = "Write the findings to this file; else to standard output." };
    readonly Option<string> failOn = Choice.Option("--fail-on", "Least severity that makes the exit code 1.", "warning", ["error", "warning", "info", "never"]);
    readonly Option<bool> fix = new("--fix") { Description = "Replace what is unambiguous (CL002, CL005) in the files." };
    readonly Option<string?> changedSince = new("--changed-since") { HelpName = "REF", Description = "Report on lines that have changed since this commit of git only." };
    readonly Option<string?> baseline = new("--baseline") { HelpName = "FILE", Description = "Do not report what stands in this file." };
    readonly Option<string?> writeBaseline = new("--write-baseline") { HelpName = "FILE", Description = "Write what is found to this file as a baseline." };
    readonly Option<bool> suggestTerms = new("--suggest-terms") { Description = "List words that look like terms and stand in no glossary (CL007)." };
    readonly Option<string?> accept = new("--accept") { HelpName = "TERM", Description = "Accept the conflict about this term in these documents; needs --reason." };
    readonly Option<string?> reason = new("--reason") { HelpName = "TEXT", Description = "Why it may stand." };
    readonly Option<string?> until = new("--until") { HelpName = "DATE", Description = "First day on which it may no longer stand." };

    public CheckCommand(Terminal terminal)
        : base("check", "Show which words of documents their readers will take in another sense, and which should not be used.")
    {
        this.terminal = terminal;
        Arguments.Add(paths);
        glossary = new(this, terminal);
        foreach (var option in (Option[])[asName, format, colour, output, failOn, fix, changedSince, baseline, writeBaseline, suggestTerms, accept, reason, until])
            Options.Add(option);
        glossary.AddServer();
        Notes = """
            Examples:
              commonlanguage check docs --as acme --for globex,initech
              commonlanguage check README.md --glossary security.snapshot --as acme --for globex --format sarif
              commonlanguage check docs --as acme --for globex --accept incident --reason "Defined in chapter 2"
              git show HEAD:README.md | commonlanguage check - --as-name README.md --as acme --for globex

            Reads Markdown, HTML, plain text, reStructuredText, AsciiDoc, DOCX and PDF. Author and readers may stand in the
            front matter of a document (organisation, audience) or in .commonlanguage.yaml. Accepted senses are kept in
            .commonlanguage/senses.yaml. Standard input is plain text unless --as-name says otherwise. At a terminal text is wrapped and coloured, in a file or a pipe a finding's message
            stands in one line. Exit code 1 says that something of the severity of --fail-on was found.
            """;
        SetAction((parse, cancellation) => glossary.OpenAsync(parse, (snapshot, name, fetched) => CheckAsync(parse, snapshot, name, fetched, cancellation), cancellation));
    }

    async Task<int> CheckAsync(ParseResult parse, GlossarySnapshot snapshot, string shownName, DateOnly? fetched, CancellationToken cancellation)
    {
        RefuseWhatIsNoFile(parse);
        var folder = Folder.Find();
        var options = glossary.Read(parse, folder, fetched) with
        {
            Baseline = parse.GetValue(baseline) is { } known ? Baseline.Read(InputFile.ReadSmall(known)) : Baseline.None,
            SuggestTerms = parse.GetValue(suggestTerms),
        };
        var checker = new DocumentChecker(snapshot, shownName, options);
        var fixer = parse.GetValue(fix) ? new DocumentChecker(snapshot, shownName, options with { FindingsPerTerm = int.MaxValue, FindingsPerSpelling = int.MaxValue, WordsPerRule = int.MaxValue }) : null;
        var changed = parse.GetValue(changedSince) is { } reference ? await ChangedLines.SinceAsync(reference, cancellation) : null;
        var allRead = await new DocumentRun(checker, fixer, changed, parse.GetValue(asName) ?? "standard input", terminal).CheckAsync(Documents(parse), cancellation);
        var report = checker.Finish();
        if (parse.GetValue(accept) is { } term)
            return Accept(report, snapshot, folder, term, parse.GetValue(reason), parse.GetValue(until), options.Today);
        if (parse.GetValue(writeBaseline) is { } target)
            await OutputFile.WriteAsync(terminal, target, stream => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Baseline.Write(report.All)), cancellation).AsTask());
        await WriteAsync(parse, report);
        return !allRead ? ExitCode.WrongUse : Fails(report, parse.GetRequiredValue(failOn)) ? ExitCode.NoOrFindings : ExitCode.Done;
    }

    async Task WriteAsync(ParseResult parse, CheckReport report)
    {
        var (asked, file) = (Enum.Parse<ReportFormat>(parse.GetRequiredValue(format), ignoreCase: true), parse.GetValue(output));
        var colours = parse.GetRequiredValue(colour) switch { "always" => true, "never" => false, _ => terminal.HasColours };
        if (asked == ReportFormat.Text && file is null && (terminal.OutIsTerminal || colours))
        {
            FindingsPage.Show(terminal, report, colours);
            return;
        }

        await OutputFile.WriteAsync(terminal, file, stream =>
        {
            ReportWriter.Write(report, asked, stream);
            return Task.CompletedTask;
        });
    }

    void RefuseWhatIsNoFile(ParseResult parse)
    {
        var name = parse.GetValue(asName);
        if (!parse.GetRequiredValue(paths).Contains(DocumentFiles.StandardInput, StringComparer.Ordinal))
        {
            if (name is not null)
                throw FailureException.WrongUse("--as-name names what standard input stands for; give '-' as PATH, or leave the option out.");
            return;
        }

        if (name is { Length: 0 })
            throw FailureException.WrongUse("--as-name is empty; give the name of a file, for example README.md.");
        if (parse.GetValue(fix))
            throw FailureException.WrongUse("--fix writes to files, and '-' is none; name the file.");
        if (name is null && parse.GetValue(changedSince) is not null)
            throw FailureException.WrongUse("--changed-since asks git about a file; say with --as-name which one standard input stands for.");
    }

    // A baseline is a text file that names words.
    IEnumerable<string> Documents(ParseResult parse)
    {
        var documents = DocumentFiles.Of(parse.GetRequiredValue(paths));
        foreach (var file in (string?[])[parse.GetValue(baseline), parse.GetValue(writeBaseline)])
        {
            if (file is not null && Path.GetFullPath(file) is var known)
                documents = documents.Where(path => Path.GetFullPath(path) != known);
        }

        return documents;
    }

    static bool Fails(CheckReport report, string failOn) =>
        failOn != "never" && report.Findings.Any(finding => finding.Severity >= Enum.Parse<Severity>(failOn, ignoreCase: true));

    int Accept(CheckReport report, GlossarySnapshot snapshot, Folder folder, string term, string? reason, string? until, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw FailureException.WrongUse("An accepted sense needs a reason; give it with --reason TEXT.");
        DateOnly? last = until is null ? null
            : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw FailureException.WrongUse($"'{until}' is not a day; write it as 2026-01-31.");
        var found = report.All.Where(finding => finding.Rule == "CL001" && finding.Entries.Length > 1 && FindingNames.Have(finding, term, snapshot)).ToList();
        foreach (var finding in found.DistinctBy(finding => finding.Conflict))
        {
            folder.Accept(new(
                finding.Term, [.. finding.Entries.Select(entry => new AcceptedMeaning(entry.Name, entry.Definition))], reason, terminal.Variable("USER") ?? "", today, last));
        }

        terminal.Tell(found.Count == 0
            ? $"These documents have no conflict about '{term}'; nothing was accepted."
            : $"Accepted '{term}' in {Path.Combine(folder.Root, AcceptedSenses.FileName)}.");
        return found.Count == 0 ? ExitCode.NoOrFindings : ExitCode.Done;
    }
}
