using System.Runtime.CompilerServices;

namespace CommonLanguage.Server.Tests;

/// <summary>Where the sources of these tests stand.</summary>
static class Source
{
    /// <summary>Folder of the test project.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(Here())!;

    /// <summary>Folder of the protos.</summary>
    public static string Protos => Path.Combine(Folder, "..", "..", "protos", "commonlanguage", "v1");

    static string Here([CallerFilePath] string file = "") => file;
}
