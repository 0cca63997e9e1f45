using System.Text;
using CommonLanguage.Cli.Output;
using Google.Protobuf;

namespace CommonLanguage.Cli.Tests;

public sealed class OutputTests
{
    static readonly Dictionary<string, Action<Terminal>> Pages = new(StringComparer.Ordinal)
    {
        ["import"] = terminal => ImportSummary.Show(terminal, Samples.Import),
        ["lookup"] = terminal => MeaningBlocks.Show(terminal, "access list", Samples.Meanings.Meanings),
        ["search"] = terminal => HitList.Show(terminal, Samples.Hits),
        ["conflicts"] = terminal => ConflictQueue.Show(terminal, Samples.Queue),
        ["conflict"] = terminal => ConflictPage.Show(terminal, Samples.Conflict),
        ["conflict-of-many"] = terminal => ConflictPage.Show(terminal, Samples.ConflictOfMany),
        ["reconciliation"] = terminal => ReconciliationPage.Show(terminal, Samples.Settling),
        ["deliveries"] = terminal => WebhookList.ShowDeliveries(terminal, Samples.Deliveries.Deliveries),
        ["queue"] = terminal => PersonalQueue.Show(terminal, Samples.MyQueue),
        ["lineup"] = terminal => LineUpPage.Show(terminal, Samples.Settling),
        ["dependents"] = terminal => DependentList.Show(terminal, Samples.WithDependents),
        ["history"] = terminal => ActList.Show(terminal, Samples.Settling.Acts),
        ["define"] = terminal => WrittenEntry.Show(terminal, Samples.Written),
        ["compare"] = terminal => ComparisonPage.Show(terminal, "access list", Samples.Compared.A, Samples.Compared.B, Samples.Comparison),
        ["check"] = terminal => FindingsPage.Show(terminal, Samples.Checked, terminal.HasColours),
        ["changes"] = terminal => ChangeLog.Show(terminal, Samples.Changes.Changes),
        ["audit"] = terminal => ChangeLog.ShowOrigins(terminal, Samples.Changes.Changes),
        ["affiliations"] = terminal => PeoplePages.Show(terminal, Samples.Affiliations.Affiliations),
        ["keys"] = terminal => PeoplePages.Show(terminal, Samples.Keys),
        ["key-made"] = terminal => PeoplePages.Show(terminal, Samples.KeyMade),
        ["whoami"] = terminal => PeoplePages.Show(terminal, Samples.Me),
    };

    static readonly Dictionary<string, IMessage> Documents = new(StringComparer.Ordinal)
    {
        ["import"] = Samples.Import.Report,
        ["lookup"] = Samples.Meanings,
        ["search"] = Samples.Hits,
        ["conflicts"] = Samples.Queue,
        ["conflict"] = Samples.Conflict,
        ["changes"] = Samples.Changes,
        ["affiliations"] = Samples.Affiliations,
        ["keys"] = Samples.Keys,
        ["whoami"] = Samples.Me,
        ["reconciliation"] = Samples.Settling,
        ["define"] = Samples.Written,
        ["queue"] = Samples.MyQueue,
    };

    public static IEnumerable<object[]> PagesAndWidths => Pages.Keys.SelectMany(page => ((int[])[60, 100, 140]).Select(width => new object[] { page, width }));

    public static TheoryData<string> PageNames => [.. Pages.Keys];

    public static TheoryData<string> DocumentNames => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public void A_page_in_a_file_is_the_golden_one(string page, int width) => GoldenFile.Holds($"{page}-{width}.txt", Shown(Pages[page], width, colours: false));

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_page_on_a_terminal_is_the_golden_one(string page) => GoldenFile.Holds(
        $"{page}-colours.txt", Shown(Pages[page], 100, colours: true).Replace("\u001b", "<ESC>", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(DocumentNames))]
    public void A_json_document_is_the_golden_one(string document) =>
        GoldenFile.Holds($"{document}.json", Shown(terminal => Json.Write(terminal, Documents[document]), 100, colours: false));

    [Theory]
    [MemberData(nameof(PagesAndWidths))]
    public void A_page_keeps_to_the_width_and_leaves_no_blanks_at_the_end_of_a_line(string page, int width)
    {
        // Problems of an import and lines to copy stand on one line each, whatever the width.
        var lines = Shown(Pages[page], width, colours: false).Split('\n')
            .Where(line => !line.Contains(".csv:", StringComparison.Ordinal) && !line.Contains("  commonlanguage ", StringComparison.Ordinal) && !line.Contains(": commonlanguage ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.Length <= width && line == line.TrimEnd(), line));
    }

    [Theory]
    [MemberData(nameof(PageNames))]
    public void A_page_in_a_file_has_no_escape_sequences(string page) => Assert.DoesNotContain('\u001b', Shown(Pages[page], 100, colours: false));

    static string Shown(Action<Terminal> show, int width, bool colours)
    {
        using var bytes = new MemoryStream();
        using (var terminal = new Terminal
        {
            In = Stream.Null, OutBytes = bytes, Out = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" }, Error = TextWriter.Null, Width = width, HasColours = colours,
        })
            show(terminal);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
