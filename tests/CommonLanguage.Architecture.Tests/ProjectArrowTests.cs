using System.Reflection;
using System.Xml.Linq;

namespace CommonLanguage.Architecture.Tests;

public sealed class ProjectArrowTests
{
    static readonly string[] Built =
        ["CommonLanguage.Analysis", "CommonLanguage", "CommonLanguage.Contracts", "CommonLanguage.Server", "CommonLanguage.Cli"];

    public static TheoryData<string> Projects => [.. Repository.Files("src", "*.csproj")];

    public static TheoryData<string> Assemblies => [.. Built];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_allow(string path)
    {
        var project = Path.GetFileNameWithoutExtension(path);
        var references = XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.True(Arrows.BetweenProjects.TryGetValue(project, out var allowed), $"{project} has no row in docs/architecture.md.");
        Assert.Empty(references.Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_uses_only_what_its_arrows_reach(string project)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("CommonLanguage", StringComparison.Ordinal));

        Assert.Empty(used.Except(Arrows.Reach(project), StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_knows_the_server_or_the_command_line() => Assert.DoesNotContain(
        Arrows.BetweenProjects.SelectMany(row => row.Value), name => name is "CommonLanguage.Server" or "CommonLanguage.Cli");

    [Theory]
    [InlineData("CommonLanguage.Analysis", "Lucene", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "Grpc", "Google", "Microsoft.AspNetCore", "System.Net")]
    [InlineData("CommonLanguage", "Microsoft.AspNetCore", "Google", "Grpc")]
    [InlineData("CommonLanguage.Cli", "Lucene", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "Microsoft.AspNetCore")]
    public void An_assembly_keeps_out_the_packages_that_are_none_of_its_business(string project, params string[] foreign)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).ToArray();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => foreign.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)));
    }
}
