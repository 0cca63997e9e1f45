using System.Text;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Settings;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>A misspelt key of settings would switch findings off; it is refused by name.</summary>
public sealed class Misspelt_settings
{
    [Theory]
    [InlineData("organization: red", "'organization'; did you mean 'organisation'?")]
    [InlineData("Audience: [red]", "'Audience'; did you mean 'audience'?")]
    [InlineData("audiences: [red]", "'audiences'; did you mean 'audience'?")]
    [InlineData("file:\n  - path: a", "'file'; did you mean 'files'?")]
    [InlineData("colour: red", "'colour', which is not read there; use organisation, audience, files, terms.")]
    [InlineData("files:\n  - paths: a", "'paths'; did you mean 'path'?")]
    [InlineData("files:\n  - path: a\n    readers: b", "'readers', which is not read there; use path, organisation, audience.")]
    [InlineData("terms:\n  update: alway", "'alway' of the word 'update'; did you mean 'always'?")]
    [InlineData("terms:\n  update: [a]", "how the word 'update' is treated")]
    [InlineData("terms: [update]", "has no keys under 'terms'")]
    public void In_the_settings_of_a_folder(string yaml, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<UnreadableInputException>(() => CheckSettings.Read(yaml, "settings")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("sense:\n  - term: a", "'sense'; did you mean 'senses'?")]
    [InlineData("senses:\n  - term: a\n    untill: 2026-01-01", "'untill'; did you mean 'until'?")]
    [InlineData("senses:\n  - term: a\n    entries:\n      - entri: b", "'entri'; did you mean 'entry'?")]
    public void In_the_accepted_senses(string yaml, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<UnreadableInputException>(() => AcceptedSenses.Read(yaml, "senses")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("organization: red", "'organisation'")]
    [InlineData("organisations: red", "'organisation'")]
    [InlineData("Audience: red", "'audience'")]
    [InlineData("audience_: red", "'audience'")]
    public void In_the_front_matter_of_a_document(string yaml, string meant)
    {
        var sentence = Assert.Throws<UnreadableInputException>(() => Check($"---\ntitle: A\n{yaml}\n---\nAn incident.\n")).Message;
        Assert.Contains("plan.md", sentence, StringComparison.Ordinal);
        Assert.Contains($"did you mean {meant}?", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags: [a]\nauthor: somebody\nlayout: page")]
    [InlineData("title: {{ page }}")]
    public void Keys_of_others_in_front_matter_are_passed_over(string yaml) => Check($"---\n{yaml}\n---\nAn incident.\n");

    static void Check(string text)
    {
        using var snapshot = Samples.Open(Samples.Incident);
        var checker = new DocumentChecker(snapshot, "sample", new() { Today = new(2026, 3, 2) });
        _ = checker.Check(DocumentReader.Read("plan.md", Encoding.UTF8.GetBytes(text)));
    }
}
