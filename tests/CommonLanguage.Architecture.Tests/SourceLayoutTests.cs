using System.Reflection;
using System.Text.RegularExpressions;

namespace CommonLanguage.Architecture.Tests;

public sealed partial class SourceLayoutTests
{
    const int MostLines = 400;

    static readonly string[] BannedFolders = ["Helpers", "Utils", "Utilities", "Common", "Managers", "Extensions", "Services", "Models", "Misc"];

    public static TheoryData<string> Assemblies => ["CommonLanguage.Analysis", "CommonLanguage", "CommonLanguage.Server", "CommonLanguage.Cli"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_public_type_stands_in_a_file_of_its_own_name(string project)
    {
        // A page or a part of one is a type too.
        var files = Repository.Files($"src/{project}", "*.cs").Concat(Repository.Files($"src/{project}", "*.razor").Select(file => Path.ChangeExtension(file, ".cs"))).ToHashSet(StringComparer.Ordinal);
        var missing = Assembly.Load(project).GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace is not null && !IsGenerated(type))
            .Where(type => !files.Contains($"src/{project}/{FolderOf(type.Namespace!, project)}{type.Name.Split('`')[0]}.cs"))
            .Select(type => type.FullName);

        Assert.NotEmpty(files);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_namespace_is_the_folder_of_its_file()
    {
        var files = Repository.Files("src", "*.cs").Where(file => !IsGenerated(file)).ToArray();
        var wrong = files.Where(file => Namespace().Match(Repository.Read(file)) is { Success: true } match && match.Groups["name"].Value != NamespaceOf(file));

        Assert.NotEmpty(files);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Namespaces_are_file_scoped()
    {
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs")).Where(file => !IsGenerated(file)).ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Repository.Lines(file).Any(line => line.StartsWith("namespace ", StringComparison.Ordinal) && !line.TrimEnd().EndsWith(';')));
    }

    [Fact]
    public void A_file_has_fewer_than_400_lines()
    {
        var files = Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).Concat(Repository.Files("tests", "*.cs")).Where(file => !IsGenerated(file)).ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => Repository.Lines(file).Length >= MostLines);
    }

    [Fact]
    public void No_folder_is_named_after_nothing()
    {
        var folders = Repository.Files("src", "*").Concat(Repository.Files("tests", "*"))
            .SelectMany(file => file.Split('/')[1..^1]).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();

        Assert.NotEmpty(folders);
        Assert.Empty(folders.Intersect(BannedFolders, StringComparer.OrdinalIgnoreCase));
    }

    static bool IsGenerated(string file) => file.Contains("/Migrations/", StringComparison.Ordinal);

    static bool IsGenerated(Type type) => type.Namespace!.Contains(".Migrations", StringComparison.Ordinal);

    static string FolderOf(string space, string project) =>
        space == project ? "" : space[(project.Length + 1)..].Replace('.', '/') + "/";

    static string NamespaceOf(string file) => string.Join('.', file.Split('/')[1..^1]);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();
}
