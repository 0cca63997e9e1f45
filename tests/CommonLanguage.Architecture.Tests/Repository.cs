namespace CommonLanguage.Architecture.Tests;

/// <summary>The working tree that the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the tree, as paths with '/' relative to the root; build outputs left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern)
    {
        var at = Path.Combine(Root, folder);
        return !Directory.Exists(at) ? [] :
        [
            .. Directory.EnumerateFiles(at, pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git"))
                .Order(StringComparer.Ordinal),
        ];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CommonLanguage.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("CommonLanguage.sln stands in no folder above the tests.");
        return folder;
    }
}
