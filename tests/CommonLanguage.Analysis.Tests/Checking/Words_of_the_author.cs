using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>A fix writes only words that the author's organisation wants.</summary>
public sealed class Words_of_the_author
{
    const string Text = "The cargo wagon waits.\n";

    [Theory]
    [InlineData("harbour", "railway", "rail wagon")]
    [InlineData("railway", "harbour", "road wagon")]
    public void Are_what_a_fix_writes(string author, string reader, string expected)
    {
        var findings = Check(author, [reader], Own());

        Assert.Equal($"The {expected} waits.\n", FixApplier.Apply(Text, findings, out var made));
        Assert.Equal(1, made);
    }

    [Fact]
    public void Are_chosen_by_the_author_where_readers_name_different_ones()
    {
        var findings = Check("port", ["harbour", "railway"], Own());

        var fixes = Assert.Single(findings).Fixes;
        Assert.Equal(["rail wagon", "road wagon"], fixes.Select(fix => fix.Replacement).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(fixes, fix => fix.IsSafe);
    }

    [Fact]
    public void Are_not_replaced_where_the_author_wants_the_word()
    {
        var findings = Check("port", ["harbour"], [.. Own(), Entry("port", "cargo wagon", SnapshotTermStatus.Preferred)]);

        Assert.All(findings, finding => Assert.Empty(finding.Fixes));
    }

    [Fact]
    public void Are_not_given_up_for_one_that_the_author_rejects()
    {
        var findings = Check("port", ["harbour"], [.. Own(), Entry("port", "rail wagon", SnapshotTermStatus.Deprecated)]);

        Assert.Empty(Assert.Single(findings).Fixes);
    }

    [Fact]
    public void Are_spelt_as_the_author_wants()
    {
        var findings = Check("port", ["harbour"], [Entry("port", "cargo wagon", SnapshotTermStatus.Deprecated), Entry("harbour", "CarGo wagon", SnapshotTermStatus.Preferred)]);

        Assert.DoesNotContain(findings.SelectMany(finding => finding.Fixes), fix => fix.IsSafe);
    }

    static SnapshotEntry[] Own() =>
    [
        Entry("harbour", "cargo wagon", SnapshotTermStatus.Deprecated, "rail wagon"), Entry("railway", "cargo wagon", SnapshotTermStatus.Deprecated, "road wagon"),
    ];

    static SnapshotEntry Entry(string organisation, string word, SnapshotTermStatus status, string replacedBy = "") =>
        new(organisation, word.Replace(' ', '-'), 1, "en", "A vehicle of " + organisation, [new(word, status)], replacedBy, "", DateOnly.FromDateTime(Samples.Day.DateTime));

    static ImmutableArray<Finding> Check(string author, string[] readers, SnapshotEntry[] entries)
    {
        SnapshotOrganisation[] organisations = [new("harbour", "Harbour"), new("port", "Port"), new("railway", "Railway")];
        using var snapshot = Samples.Open(new("p", "P", Samples.Day, [.. organisations], [.. entries], []));
        var checker = new DocumentChecker(snapshot, "s", new() { Author = author, Readers = [.. readers], Today = DateOnly.FromDateTime(Samples.Day.DateTime) });
        return checker.Check(DocumentReader.ReadText("page.md", Text, DocumentFormat.Markdown));
    }
}
