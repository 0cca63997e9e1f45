using System.Text;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Reports;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Markdig;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>
/// The document check in process, on the Markdown under the folder that COMMONLANGUAGE_BENCHMARK_DOCUMENTS names (else docs/ of the
/// repository): against Markdig alone, against Lucene's tokens, with 100 000 terms against 340, and a snapshot against the same as text.
/// </summary>
static class CheckRow
{
    const int Rounds = 15;
    const int WarmRounds = 15;
    const int FewTerms = 340;
    const int ManyTerms = 100_000;

    static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseMathematics().UseTaskLists().UseAutoLinks().Build();

    public static async Task RunAsync()
    {
        var texts = Directory.GetFiles(Folder(), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        using var folder = new TempFolder();
        var words = Glossaries.Terms(ManyTerms).Select(term => new Definition(term, "new " + term)).ToArray();
        await File.WriteAllBytesAsync(folder.File("few"), SubstitutionSnapshot.Of(words[..FewTerms]));
        await File.WriteAllBytesAsync(folder.File("many"), SubstitutionSnapshot.Of(words));
        await File.WriteAllLinesAsync(folder.File("text"), words.Select(word => $"{word.Term}\t{word.Text}"));
        using var few = GlossarySnapshot.Open(folder.File("few"));
        using var many = GlossarySnapshot.Open(folder.File("many"));
        var documents = texts.Select((text, i) => DocumentReader.ReadText(FormattableString.Invariant($"{i}.md"), text, DocumentFormat.Markdown)).ToArray();
        Report.Print($"  {texts.Length} documents, {bytes / 1e6:0.0} MB");

        Func<Task<Cost>>[] kinds =
        [
            () => Cost.OfAsync(() => Do(() => Array.ForEach(texts, text => Markdown.Parse(text, Plain)))),
            () => Cost.OfAsync(() => Do(() => Whole(texts, many))),
            () => Cost.OfAsync(() => Do(() => Array.ForEach(texts, text => DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown)))),
            () => Cost.OfAsync(() => Do(() => Check(documents, few))),
            () => Cost.OfAsync(() => Do(() => Check(documents, many))),
            () => Cost.OfAsync(() => Do(() => Match(documents, many))),
            () => Cost.OfAsync(() => Do(() => Tokens(documents))),
            () => Cost.OfAsync(() => Do(() => GlossarySnapshot.Open(folder.File("many")).Dispose())),
            () => Cost.OfAsync(() => Do(() => ParseText(folder.File("text")))),
        ];
        _ = await Measuring.Rounds.MediansAsync(WarmRounds, kinds);
        var costs = await Measuring.Rounds.MediansAsync(Rounds, kinds);
        Report.Ratio("parse, match and report with 100 000 terms / Markdig alone, CPU", costs[1].Cpu, costs[0].Cpu, "2.5, wanted 2.0");
        Report.Ratio("  of that: reading / Markdig alone, CPU", costs[2].Cpu, costs[0].Cpu, "none");
        Report.Ratio("check of read documents, 100 000 terms / 340, CPU", costs[4].Cpu, costs[3].Cpu, "2.0, wanted 1.5");
        Report.Ratio("Lucene.Net's standard tokens in lower case / matcher alone with 100 000 terms, CPU", costs[6].Cpu, costs[5].Cpu, "1.2, wanted 1.6");
        Report.Ratio("Lucene.Net's standard tokens in lower case / check of read documents, CPU", costs[6].Cpu, costs[4].Cpu, "none");
        Report.Ratio("open a snapshot of 100 000 terms / read the same as text, wall", costs[7].Wall, costs[8].Wall, "0.20, wanted 0.10");
    }

    static void Whole(string[] texts, GlossarySnapshot snapshot)
    {
        var checker = Checker(snapshot);
        foreach (var text in texts)
            _ = checker.Check(DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown));
        ReportWriter.Write(checker.Finish(), ReportFormat.Text, Stream.Null);
    }

    static void Check(Document[] documents, GlossarySnapshot snapshot)
    {
        var checker = Checker(snapshot);
        foreach (var document in documents)
            _ = checker.Check(document);
    }

    static DocumentChecker Checker(GlossarySnapshot snapshot) => new(snapshot, "s", new() { Author = "words", Today = new(2026, 1, 2) });

    // Tokens, their normal forms, and which terms they make: a new matcher, as for each check.
    static void Match(Document[] documents, GlossarySnapshot snapshot)
    {
        var matcher = new TermMatcher(snapshot);
        foreach (var document in documents)
            _ = matcher.Match(document);
    }

    // One chain of filters for all texts, as an index keeps it.
    static void Tokens(Document[] documents)
    {
        using var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, TextReader.Null);
        using var tokens = new LowerCaseFilter(LuceneVersion.LUCENE_48, tokenizer);
        _ = tokens.AddAttribute<ICharTermAttribute>();
        foreach (var document in documents)
        {
            tokenizer.SetReader(new StringReader(document.Text));
            tokens.Reset();
            while (tokens.IncrementToken())
            {
            }

            tokens.End();
            // Ends a text; the chain is used again.
            tokens.Dispose();
        }
    }

    static void ParseText(string path)
    {
        var words = new Dictionary<string, string>(ManyTerms, StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            words[line[..tab]] = line[(tab + 1)..];
        }
    }

    static Task Do(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    static string Folder()
    {
        if (Environment.GetEnvironmentVariable("COMMONLANGUAGE_BENCHMARK_DOCUMENTS") is { Length: > 0 } named)
            return named;
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CommonLanguage.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "docs");
    }
}
