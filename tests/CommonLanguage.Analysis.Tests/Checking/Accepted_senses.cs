using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Accepted_senses
{
    const string Text = "The incident raised an alert that customers notice as an outage.\n";
    static readonly DateOnly Day = new(2026, 3, 2);

    static readonly AcceptedSense Incident = new(
        "incident",
        [new("organisations/red/entries/incident", "Any alert that was raised."), new("organisations/blue/entries/incident", "An outage that customers notice.")],
        "the desk knows \"both\": really", "red", Day);

    static List<Finding> Check(SnapshotContent content, AcceptedSenses senses, DateOnly? today = null, params string[] texts)
    {
        using var snapshot = Samples.Open(content);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Senses = senses, Today = today ?? Day });
        foreach (var text in texts.Length == 0 ? [Text] : texts)
            _ = checker.Check(DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown));
        return [.. checker.Finish().Findings.Where(finding => finding.Rule == "CL001")];
    }

    static SnapshotContent Changed(string definition) =>
        Samples.Incident with { Entries = Samples.Incident.Entries.SetItem(0, Samples.Incident.Entries[0] with { Definition = definition }) };

    [Fact]
    public void Silence_a_conflict_that_is_found_without_them()
    {
        _ = Assert.Single(Check(Samples.Incident, AcceptedSenses.None));
        Assert.Empty(Check(Samples.Incident, new([Incident])));
    }

    [Fact]
    public void Stay_silent_when_only_a_comma_changes() =>
        Assert.Empty(Check(Changed("Any alert, that was raised."), new([Incident])));

    [Fact]
    public void Speak_once_when_a_definition_changes_its_meaning()
    {
        var finding = Assert.Single(Check(Changed("A planned change of a production system that a board has approved."), new([Incident]), null, Text, Text));
        Assert.Contains("accepted on 2026-03-02, since then a definition has changed", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Speak_again_from_the_day_they_run_out()
    {
        var senses = new AcceptedSenses([Incident with { Until = Day.AddDays(10) }]);
        Assert.Empty(Check(Samples.Incident, senses, Day.AddDays(9)));
        _ = Assert.Single(Check(Samples.Incident, senses, Day.AddDays(10)));
    }

    [Fact]
    public void Come_back_from_the_file_as_they_were()
    {
        var sense = Incident with { Until = Day.AddDays(1), Reason = "quote \" backslash \\ line\nend: #x" };

        var read = Assert.Single(AcceptedSenses.Read(new AcceptedSenses([sense]).Write(), "senses.yaml").All);

        Assert.Equal((sense.Term, sense.Reason, sense.By, sense.On, sense.Until), (read.Term, read.Reason, read.By, read.On, read.Until));
        Assert.Equal([.. sense.Entries], read.Entries.ToArray());
    }

    [Theory]
    [InlineData("senses: [")]
    [InlineData("- a\n- b\n")]
    [InlineData("senses: &a [*a]")]
    public void That_are_no_YAML_of_the_kind_are_refused(string yaml) =>
        Assert.Contains("senses.yaml", Assert.Throws<UnreadableInputException>(() => AcceptedSenses.Read(yaml, "senses.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nested_a_hundred_thousand_deep_are_refused() =>
        _ = Assert.Throws<UnreadableInputException>(() => AcceptedSenses.Read("senses: " + new string('[', 100_000), "senses.yaml"));
}
