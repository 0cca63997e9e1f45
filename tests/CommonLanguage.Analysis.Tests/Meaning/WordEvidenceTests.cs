using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning;

/// <summary>What is said of the words of two definitions ("What evidence says" in docs/meaning.md).</summary>
public sealed class WordEvidenceTests
{
    const string Framework = "A framework for adding arbitrary authentication methods in a standardized way to any protocol.";
    const string Plan = "A plan developed to prevent loss of national intelligence, protect personnel, facilities, and communications.";

    [Fact]
    public void Of_different_things_it_says_what_each_is_and_no_more()
    {
        var comparison = Compare("EAP", Framework, Plan);

        Assert.Equal(Relation.None, comparison.Relation);
        Assert.Equal("a kind of \"framework\", there a kind of \"plan\"", Assert.Single(comparison.Evidence).Reason);
    }

    [Fact]
    public void Of_different_things_it_says_nothing_where_one_does_not_say_what_it_is()
    {
        var comparison = Compare("EAP", Framework, "Enables personnel to leave facilities in an emergency.");

        Assert.Equal(Relation.None, comparison.Relation);
        Assert.Empty(comparison.Evidence);
    }

    [Theory]
    [InlineData(
        "A brief, usually human-readable, technical notification regarding current vulnerabilities, exploits, and other security issues.",
        "Notification that a specific attack has been directed at the information systems of an organization.")]
    [InlineData(
        "A feature or function that may be desired by a typical commercial or government organization.",
        "Notification of significant new trends or developments regarding the threat to the information systems of an organization.")]
    public void Phrases_stand_beside_each_other_only_when_they_speak_of_the_same(string a, string b)
    {
        var comparison = Compare("alert", a, b);

        Assert.NotEmpty(comparison.Evidence);
        Assert.DoesNotContain(comparison.Evidence, one => IsText(one.A) && IsText(one.B) && one.Reason.StartsWith('"'));
    }

    [Fact]
    public void Words_of_opposite_sense_are_said_only_where_they_are_about_one_thing()
    {
        var apart = Compare(
            "spoofing",
            "Within the context of this document, spoofing includes manipulation of legitimate GNSS signals with intent to corrupt PNT data or signal measurement integrity.",
            "Faking the sending address of a transmission to gain illegal entry into a secure system.");
        var together = Compare("entry", "Legal entry of a person into a secure system.", "Illegal entry of a person into a secure system.");

        Assert.NotEmpty(apart.Evidence);
        Assert.DoesNotContain(apart.Evidence, one => one.Reason.Contains("opposite", StringComparison.Ordinal));
        Assert.Contains(together.Evidence, one => one.Reason.Contains("opposite", StringComparison.Ordinal));
    }

    [Fact]
    public void Phrases_that_speak_of_the_same_stand_beside_each_other()
    {
        var comparison = Compare(
            "audit", "A yearly review of the accounts of a company by an independent accountant.", "A yearly review of the machines of a company by an engineer.");

        Assert.Contains(comparison.Evidence, one => IsText(one.A) && IsText(one.B));
    }

    [Fact]
    public void An_answer_is_clear_just_where_its_relation_is_at_least_as_likely_as_not()
    {
        var answers = new[] { Compare("EAP", Framework, Plan), Compare("EAP", Framework, Framework), Compare("alert", "A notification of an attack.", "A brief message about a weakness.") };

        Assert.All(answers, one => Assert.Equal(one.Probabilities[one.Relation] >= .5, one.Clear));
        Assert.Contains(answers, one => one.Clear);
    }

    static bool IsText(TextSpan span) => span.End > span.Start;

    static Comparison Compare(string term, string a, string b) =>
        MeaningComparer.Compare(DefinitionReading.Of(term, a, "en"), DefinitionReading.Of(term, b, "en"));
}
