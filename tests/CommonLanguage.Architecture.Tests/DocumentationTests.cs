using System.Text.RegularExpressions;

namespace CommonLanguage.Architecture.Tests;

public sealed partial class DocumentationTests
{
    // The names of the code itself; CHANGELOG.md may name what is gone.
    static readonly Lazy<HashSet<string>> NamesInCode = new(() =>
    [
        .. ((string[])["src", "protos", "tests"]).SelectMany(folder => Repository.Files(folder, "*"))
            .Where(file => Path.GetExtension(file) is ".cs" or ".proto" or ".csproj" or ".razor" or ".json" or ".sh")
            .Where(file => file != "tests/CommonLanguage.Architecture.Tests/DocumentationTests.cs")
            .SelectMany(file => Word().Matches(Repository.Read(file)).Select(match => match.Value)),
    ]);

    static readonly string[] All =
        [.. Repository.Files("docs", "*.md").Concat(((string[])["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]).Where(Repository.Exists))];

    public static TheoryData<string> Pages => [.. All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_inside_the_documentation_leads_somewhere(string page)
    {
        var broken = Link().Matches(Prose(page)).Select(match => match.Groups["name"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Resolves(page, target));

        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_name_of_code_in_the_documentation_is_a_name_in_the_code(string page)
    {
        if (page == "CHANGELOG.md")
            return;
        var unknown = Code().Matches(Prose(page)).Select(match => match.Groups["name"].Value)
            .SelectMany(name => name.Split('.')).Where(name => Pascal().IsMatch(name) && !NamesInCode.Value.Contains(name)).Distinct(StringComparer.Ordinal);

        Assert.Empty(unknown);
    }

    [Fact]
    public void The_documentation_names_code_and_has_pages()
    {
        Assert.NotEmpty(All);
        Assert.Contains(All, page => Code().IsMatch(Prose(page)));
    }

    [Fact]
    public void A_file_that_a_command_of_the_first_page_imports_is_there()
    {
        var files = Imported().Matches(Repository.Read("README.md")).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(Repository.Exists(file), $"README.md imports '{file}', which is not there."));
    }

    static bool Resolves(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page) ?? "", Uri.UnescapeDataString(parts[0])));
        if (!Repository.Exists(path))
            return false;
        return parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal)
            || Repository.Lines(path).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]);
    }

    // As GitHub makes anchors of headings.
    static string Anchor(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    /// <summary>A page without its fenced code.</summary>
    static string Prose(string page) => Fence().Replace(Repository.Read(page), "");

    [GeneratedRegex(@"-- import (?<name>\S+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Imported();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<name>[^)\s]+)(?: ""[^""]*"")?\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<name>[A-Za-z][\w.]*)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pascal();

    [GeneratedRegex(@"[A-Za-z_]\w*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
