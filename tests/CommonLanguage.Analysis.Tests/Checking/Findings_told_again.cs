using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Findings that are known, silenced or asked for by their lines.</summary>
public sealed class Findings_told_again
{
    static readonly CheckOptions Options = new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) };

    static GlossarySnapshot Open() => Samples.Open(Samples.Content(
        [
            Samples.Entry("red", "JSON Web Token (JWT)", "Any alert that was raised."),
            Samples.Entry("blue", "JSON Web Token (JWT)", "An outage that customers notice.", new SnapshotTerm("web pass", SnapshotTermStatus.Admitted)),
            Samples.Entry("red", "cogwheel", "A wheel with teeth.") with { Terms = [new("sprocket", SnapshotTermStatus.Deprecated), new("cogwheel")] },
            Samples.Entry("red", "first gap pad", "A soft sheet."), Samples.Entry("red", "second gap pad", "A hard sheet."), Samples.Entry("red", "third gap pad", "A thin sheet."),
        ],
        Samples.Conflict("jwt", "JSON Web Token (JWT)", .7, "organisations/blue/entries/JSON-Web-Token-(JWT)", "organisations/red/entries/JSON-Web-Token-(JWT)")));

    static Document Read(string text) => DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown);

    [Theory]
    [InlineData("JWT")]
    [InlineData("jwt")]
    [InlineData("JWTs")]
    [InlineData("\"JSON Web Token\"")]
    [InlineData("\"json web tokens\"")]
    [InlineData("\"JSON Web Token (JWT)\"")]
    [InlineData("\"web pass\"")]
    public void Are_silenced_in_any_form_that_a_look_up_takes(string form)
    {
        using var snapshot = Open();

        Assert.Contains(new DocumentChecker(snapshot, "s", Options).Check(Read("A JWT is sent.\n")), finding => finding.Rule == "CL001");
        Assert.Empty(new DocumentChecker(snapshot, "s", Options).Check(Read($"<!-- commonlanguage-ignore-next-line CL001:{form} reason=\"x\" -->\nA JWT is sent.\n")));
    }

    [Theory]
    [InlineData("CL001:token")]
    [InlineData("CL001:cogwheel")]
    [InlineData("CL002:JWT")]
    [InlineData("CL001:")]
    public void Are_not_silenced_by_another_word(string target)
    {
        using var snapshot = Open();

        Assert.Contains(
            new DocumentChecker(snapshot, "s", Options).Check(Read($"<!-- commonlanguage-ignore-next-line {target} reason=\"x\" -->\nA JWT is sent.\n")),
            finding => finding.Rule == "CL001");
    }

    [Fact]
    public void Stand_in_a_baseline_whatever_the_caps_kept_from_being_shown()
    {
        using var snapshot = Open();
        var text = string.Concat(Enumerable.Range(0, 9).Select(i => $"The sprocket of number {i} is here, with a JWT.\n\n")) + "Here are the FGP, the SGP, the TGP and the QGP, a first gap pad, a second gap pad and a third gap pad.\n";
        var options = Options with { Fetched = new(2026, 1, 1), OldAfterDays = 1 };
        var first = new DocumentChecker(snapshot, "s", options);
        _ = first.Check(Read(text));
        var report = first.Finish();
        Assert.True(report.All.Length > report.Findings.Length);

        var again = new DocumentChecker(snapshot, "s", options with { Baseline = Baseline.Read(Baseline.Write(report.All)) });
        _ = again.Check(Read(text));

        Assert.Empty(again.Finish().Findings);
        Assert.Equal(Baseline.Write(report.All), Baseline.Write(again.Finish().All));
    }

    [Fact]
    public void Have_their_place_in_the_lines_that_were_asked_for()
    {
        using var snapshot = Open();
        const string text = "A JWT is sent.\n\nNothing.\n\nThe JWT is read.\n\nAnother JWT.\n";

        var finding = Assert.Single(new DocumentChecker(snapshot, "s", Options).Check(Read(text), [(5, 5)]));

        Assert.Equal(("CL001", 5, 5), (finding.Rule, finding.Place.Line, finding.Place.Column));
        Assert.Equal([1, 7], finding.Related.Select(place => place.Line));
        Assert.Empty(new DocumentChecker(snapshot, "s", Options).Check(Read(text), [(3, 3)]));
    }
}
