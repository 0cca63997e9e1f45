namespace CommonLanguage.Cli.Tests;

/// <summary>
/// What people see, kept as files under Golden/. After a change that is meant, renew them with
/// <c>RENEW_GOLDEN=1 dotnet test tests/CommonLanguage.Cli.Tests</c> and read the difference before committing it.
/// </summary>
static class GoldenFile
{
    static readonly string Folder = InRepository("tests", "CommonLanguage.Cli.Tests", "Golden");

    public static void Holds(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("RENEW_GOLDEN") == "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"There is no golden file {name}; make it with RENEW_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    public static string InRepository(params string[] path) => Path.Combine([Root(), .. path]);

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommonLanguage.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run from a build of the repository.");
    }
}
