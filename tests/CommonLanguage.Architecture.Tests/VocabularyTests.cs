using System.Text.RegularExpressions;
using CommonLanguage.Server.Web.Showing;

namespace CommonLanguage.Architecture.Tests;

/// <summary>docs/vocabulary.csv is the one list of the product's words.</summary>
public sealed partial class VocabularyTests
{
    static readonly (string Group, string[] Names)[] Groups =
    [
        ("relation", Enum.GetNames<Analysis.Meaning.Answers.Relation>()),
        ("kind", Enum.GetNames<Analysis.Meaning.Answers.ConflictKind>()),
        ("state", Enum.GetNames<Glossary.ConflictState>()),
        ("verdict", Enum.GetNames<Glossary.Verdict>()),
        ("outcome", Enum.GetNames<Glossary.Outcome>()),
        ("stance", Enum.GetNames<Glossary.Stance>()),
        ("role", Enum.GetNames<Glossary.Role>()),
        ("term-status", Enum.GetNames<Glossary.TermStatus>()),
        ("term-form", Enum.GetNames<Glossary.TermForm>()),
        ("sign-off", Enum.GetNames<Glossary.SignOffKind>()),
        ("finding-severity", Enum.GetNames<Analysis.Checking.Findings.Severity>()),
        ("rule", [.. Repository.Files("docs/rules", "CL*.md").Select(file => Path.GetFileNameWithoutExtension(file))]),
    ];

    public static IEnumerable<object[]> Values => Groups.SelectMany(group => group.Names, (group, name) => new object[] { group.Group, name });

    public static TheoryData<string> GroupNames => [.. Groups.Select(group => group.Group)];

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_that_people_see_is_in_the_vocabulary(string group, string name) =>
        Assert.Contains(Vocabulary.Words, word => word.Group == group && word.Name == name);

    [Theory]
    [MemberData(nameof(GroupNames))]
    public void The_vocabulary_has_no_value_that_the_code_lacks(string group) =>
        Assert.Empty(Vocabulary.Words.Where(word => word.Group == group).Select(word => word.Name).Except(Groups.Single(one => one.Group == group).Names));

    [Fact]
    public void No_term_stands_twice_in_a_group() =>
        Assert.All(Vocabulary.Words.GroupBy(word => (word.Group, word.Term)), same => Assert.Single(same));

    [Fact]
    public void No_label_stands_twice_in_a_group() =>
        Assert.All(Vocabulary.Words.GroupBy(word => (word.Group, word.Label)), same => Assert.Single(same));

    [Fact]
    public void A_kind_of_the_engine_and_a_verdict_of_a_person_never_share_a_label() =>
        Assert.Empty(Labels("kind").Intersect(Labels("verdict"), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void A_definition_is_one_sentence_with_a_full_stop() =>
        Assert.All(Vocabulary.Words, word => Assert.Matches(OneSentence(), word.Definition));

    [Theory]
    [InlineData("relation")]
    [InlineData("kind")]
    [InlineData("state")]
    [InlineData("outcome")]
    [InlineData("term-status")]
    public void The_command_line_writes_the_term(string group)
    {
        var source = Repository.Read("src/CommonLanguage.Cli/Output/Words.cs");
        Assert.All(Vocabulary.Words.Where(word => word.Group == group), word => Assert.Contains($"{word.Name} => \"{word.Term}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_line_explains_a_kind_as_the_vocabulary_does()
    {
        var source = Repository.Read("src/CommonLanguage.Cli/Output/Words.cs");
        Assert.All(Vocabulary.Words.Where(word => word.Group == "kind"), word => Assert.Contains($"{word.Name} => \"{word.HalfSentence}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_command_line_writes_a_stance_as_the_pages_do()
    {
        var source = Repository.Read("src/CommonLanguage.Cli/Output/Words.cs");
        Assert.All(Vocabulary.Words.Where(word => word.Group == "stance"), word => Assert.Contains($"{word.Name} => \"{word.Label}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_pages_of_the_rules_bear_their_terms() =>
        Assert.All(Vocabulary.Words.Where(word => word.Group == "rule"), word => Assert.StartsWith($"# {word.Name} {word.Term}", Repository.Read($"docs/rules/{word.Name}.md"), StringComparison.Ordinal));

    [Fact]
    public void Every_group_has_a_heading_on_its_page() =>
        Assert.Equal(Vocabulary.Words.Select(word => word.Group).Distinct(), VocabularyPage.Headings.Keys);

    static IEnumerable<string> Labels(string group) => Vocabulary.Words.Where(word => word.Group == group).Select(word => word.Label);

    [GeneratedRegex(@"^[A-Z][^\n]*\.$", RegexOptions.NonBacktracking)]
    private static partial Regex OneSentence();
}
