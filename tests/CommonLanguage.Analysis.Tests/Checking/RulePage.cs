using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>The example of a rule's page: glossary, conflicts, document, findings and the fixed document.</summary>
sealed class RulePage(string id)
{
    static readonly DateOnly Day = new(2026, 3, 1);

    readonly string page = File.ReadAllText(Path.Combine(Root(), "docs", "rules", id + ".md"));

    public string Document => Part("document");

    public string[] Expected => Part("findings").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string? Fixed => page.Contains("```fixed\n", StringComparison.Ordinal) ? Part("fixed") : null;

    public CheckReport Check()
    {
        using var snapshot = Samples.Open(new("partners", "Partners", Samples.Day, [new("cnss", "CNSS"), new("nist", "NIST")], [.. Entries()], [.. Conflicts()]));
        var checker = new DocumentChecker(snapshot, "partners.snapshot", new()
        {
            Author = "nist",
            Readers = page.Contains("read by `cnss`", StringComparison.Ordinal) ? ["cnss"] : [],
            SuggestTerms = page.Contains("with suggestions", StringComparison.Ordinal),
            Today = page.Contains("40 days ago", StringComparison.Ordinal) ? Day.AddDays(40) : Day,
            Fetched = Day,
        });
        _ = checker.Check(DocumentReader.ReadText("page.md", Document, DocumentFormat.Markdown));
        return checker.Finish();
    }

    IEnumerable<SnapshotEntry> Entries()
    {
        foreach (var (row, i) in Rows("glossary").Skip(1).Select((row, i) => (row, i)))
        {
            var status = row.Length > 3 && row[3].Length > 0 ? Enum.Parse<SnapshotTermStatus>(row[3], ignoreCase: true) : SnapshotTermStatus.Preferred;
            yield return new(
                row[0], string.Create(CultureInfo.InvariantCulture, $"e{i}"), 1, "en", row[2], [new SnapshotTerm(row[1], status)],
                row.Length > 4 ? row[4] : "", "", Day);
        }
    }

    IEnumerable<SnapshotConflict> Conflicts()
    {
        if (!page.Contains("```conflicts\n", StringComparison.Ordinal))
            yield break;
        var entries = Entries().ToList();
        foreach (var row in Rows("conflicts"))
        {
            var score = double.Parse(row[3], CultureInfo.InvariantCulture);
            yield return new(
                row[0].Replace(' ', '-'), row[0], ConflictKind.Polysemy, score, Enum.Parse<SnapshotConflictState>(row[4], ignoreCase: true), Day,
                [Entry(row[1]), Entry(row[2])], [new SnapshotPair(0, 1, Relation.Related, ConflictKind.Polysemy, score, [new Evidence(row[5], default, default)])]);

            string Entry(string organisation) => entries.Single(entry => entry.Organisation == organisation && entry.Term == row[0]).Name;
        }
    }

    string Part(string name)
    {
        var start = page.IndexOf($"```{name}\n", StringComparison.Ordinal) + name.Length + 4;
        return page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)] + "\n";
    }

    IEnumerable<string[]> Rows(string part) => Part(part).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Fields);

    static string[] Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                _ = field.Clear();
            }
            else
                _ = field.Append(c);
        }

        return [.. fields, field.ToString()];
    }

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CommonLanguage.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
