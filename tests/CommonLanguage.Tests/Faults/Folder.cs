namespace CommonLanguage.Tests.Faults;

/// <summary>A data directory that goes with the test.</summary>
sealed class Folder : IDisposable
{
    readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("commonlanguage-faults-");

    public string Path => directory.FullName;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A copy of a directory as it stands, without the process's lock and shared memory.</summary>
    public static void Copy(string from, string to)
    {
        _ = Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)), overwrite: true);
        foreach (var sub in Directory.GetDirectories(from))
            Copy(sub, System.IO.Path.Combine(to, System.IO.Path.GetFileName(sub)));
    }

    public void Dispose() => directory.Delete(recursive: true);
}
