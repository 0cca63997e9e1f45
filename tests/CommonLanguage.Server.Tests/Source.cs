namespace CommonLanguage.Server.Tests;

/// <summary>Where the sources of these tests stand: found from the built tests, because a deterministic build knows no paths.</summary>
static class Source
{
    /// <summary>Folder of the test project.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "tests", "CommonLanguage.Server.Tests");

    /// <summary>Folder of the protos.</summary>
    public static string Protos => Path.Combine(Root(), "protos", "commonlanguage", "v1");

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommonLanguage.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CommonLanguage.sln stands in no folder above the tests.");
        return folder.FullName;
    }
}
