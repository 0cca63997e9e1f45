using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace CommonLanguage.Architecture.Tests;

public sealed partial class FolderArrowTests
{
    static readonly string[] FoldersOfQuestions = ["src/CommonLanguage.Analysis", "src/CommonLanguage", "src/CommonLanguage.Server", "src/CommonLanguage.Cli"];

    /// <summary>Folders that stand in the tree: each is a namespace.</summary>
    public static TheoryData<string> Folders =>
    [
        .. FoldersOfQuestions.SelectMany(project => Repository.Files(project, "*.cs"))
            .Select(file => file.Split('/')).Where(parts => parts.Length > 3 && parts[2] != "Properties")
            .Select(parts => $"{parts[1]}.{parts[2]}").Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_has_its_arrows_in_the_documentation(string folder) => Assert.Contains(folder, Arrows.BetweenFolders);

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_code_of_a_folder_uses_only_what_its_arrows_allow(string folder)
    {
        var types = Types.InAssembly(Assembly.Load(ProjectOf(folder))).That().ResideInNamespaceMatching($@"^{Regex.Escape(folder)}(\.|$)");
        var forbidden = Forbidden(folder);

        Assert.NotEmpty(types.GetTypes());
        Assert.NotEmpty(forbidden);
        foreach (var other in forbidden)
        {
            var result = types.ShouldNot().HaveDependencyOn(other).GetResult();
            Assert.True(result.IsSuccessful, $"{folder} may not use {other}, but these do: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    // A constant leaves no trace in the compiled code, but its namespace stands in the source.
    [Theory]
    [MemberData(nameof(Folders))]
    public void The_source_of_a_folder_opens_only_what_its_arrows_allow(string folder)
    {
        var files = Repository.Files($"src/{ProjectOf(folder)}/{folder[(ProjectOf(folder).Length + 1)..]}", "*.cs");
        var opened = files.SelectMany(file => Using().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)).Distinct(StringComparer.Ordinal);

        Assert.NotEmpty(files);
        Assert.DoesNotContain(opened, name => Forbidden(folder).Any(other => name == other || name.StartsWith(other + ".", StringComparison.Ordinal)));
    }

    // Hosting puts the process together: it knows the parts, and they what it holds for them.
    [Fact]
    public void No_arrow_leads_back()
    {
        const string Hosting = "CommonLanguage.Server.Hosting";
        foreach (var (folder, uses) in Arrows.BetweenFolders.Where(row => row.Key != Hosting))
            Assert.DoesNotContain(uses, other => other != Hosting && Arrows.BetweenFolders.TryGetValue(other, out var back) && back.Contains(folder, StringComparer.Ordinal));
    }

    /// <summary>All folders of the table that a folder has no arrow to, its own project's and others'.</summary>
    static string[] Forbidden(string folder)
    {
        var allowed = Arrows.BetweenFolders.GetValueOrDefault(folder, []);
        var projects = allowed.Where(Arrows.BetweenProjects.ContainsKey).SelectMany(Arrows.Reach).ToHashSet(StringComparer.Ordinal);
        return [.. Arrows.BetweenFolders.Keys.Where(other => other != folder && !allowed.Contains(other, StringComparer.Ordinal) && !projects.Contains(ProjectOf(other)))];
    }

    static string ProjectOf(string folder) => Arrows.BetweenProjects.Keys
        .Where(project => folder.StartsWith(project + ".", StringComparison.Ordinal)).MaxBy(project => project.Length)!;

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:\w+ = )?(?<name>CommonLanguage[\w.]*);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Using();
}
