using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Checking;

/// <summary>The documents that paths name: files as they are, folders with all files in them that are documents by their names.</summary>
static class DocumentFiles
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    // Other people's documents.
    static readonly HashSet<string> SkippedFolders = new(StringComparer.Ordinal) { "node_modules", "vendor", "bin", "obj", "dist", "target" };

    /// <exception cref="FailureException">A path is neither a file nor a folder.</exception>
    public static IEnumerable<string> Of(IEnumerable<string> paths) => paths.SelectMany(Of).Distinct(StringComparer.Ordinal);

    /// <summary>A path as findings show it: with slashes.</summary>
    public static string Shown(string path)
    {
        var shown = path.Replace('\\', '/');
        return shown.StartsWith("./", StringComparison.Ordinal) ? shown[2..] : shown;
    }

    static IEnumerable<string> Of(string path)
    {
        if (path == StandardInput || File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw FailureException.WrongUse($"There is no file or folder '{path}'; check the path.");
        return In(path);
    }

    static IEnumerable<string> In(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (DocumentReader.FormatOf(file) is not null && !Path.GetFileName(file).StartsWith('.'))
                yield return file;
        }

        foreach (var inner in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(inner);
            // A link may lead back to where it stands.
            if (name.StartsWith('.') || SkippedFolders.Contains(name) || new DirectoryInfo(inner).LinkTarget is not null)
                continue;
            foreach (var file in In(inner))
                yield return file;
        }
    }
}
