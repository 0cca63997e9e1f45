using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CommonLanguage.Training.Vectors;

/// <summary>What the sentence encoder says of texts: embed.cs asks it; the answers are kept in a work folder, since they take minutes.</summary>
static class TextEncoder
{
    /// <summary>Numbers of one vector.</summary>
    public const int Width = 384;

    /// <summary>The vectors of texts, one after the other; a line break counts as a space.</summary>
    /// <param name="work">Folder that keeps them.</param>
    /// <param name="name">Name under which they are kept.</param>
    /// <param name="texts">What to embed.</param>
    /// <exception cref="InvalidOperationException">The encoder failed.</exception>
    public static float[] Embed(string work, string name, IEnumerable<string> texts)
    {
        var (lines, floats) = (Path.Combine(work, name + ".txt"), Path.Combine(work, name + ".f32"));
        var wanted = texts.Select(Line).ToArray();
        if (!File.Exists(floats) || !File.ReadLines(lines).SequenceEqual(wanted, StringComparer.Ordinal))
        {
            _ = Directory.CreateDirectory(work);
            File.WriteAllLines(lines, wanted);
            using var encoder = Process.Start(new ProcessStartInfo("dotnet", ["run", "--file", "embed.cs", "--", Path.GetFullPath(lines), Path.GetFullPath(floats)]))!;
            encoder.WaitForExit();
            if (encoder.ExitCode != 0)
                throw new InvalidOperationException($"The encoder failed with exit code {encoder.ExitCode}: run this beside embed.cs.");
        }

        return Vectors(floats);
    }

    /// <summary>The line under which a text is kept.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static float[] Vectors(string file) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
}
