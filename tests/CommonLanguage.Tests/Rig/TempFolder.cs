using System.Security.Cryptography;

namespace CommonLanguage.Tests.Rig;

/// <summary>A new folder, deleted with all that is in it at the end.</summary>
sealed class TempFolder : IDisposable
{
    public TempFolder() => _ = Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), "commonlanguage-tests", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
