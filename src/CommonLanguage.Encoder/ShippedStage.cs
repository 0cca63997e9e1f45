using CommonLanguage.Analysis.Meaning.Aligning;

namespace CommonLanguage.Encoder;

/// <summary>
/// The second stage of the comparison, from the files beside the program: encoder.onnx, encoder.vocabulary and encoder.heads. The encoder
/// is opened at its first use (0.2 s, 60 MB) and shared by the process. Thread-safe.
/// </summary>
public static class ShippedStage
{
    /// <summary>Name of the file that holds the heads.</summary>
    public const string Heads = "encoder.heads";

    static readonly string[] Files = [DefinitionEncoder.Model, DefinitionEncoder.Vocabulary, Heads];
    static readonly Lazy<DefinitionEncoder> Encoder = new(() => new DefinitionEncoder(AppContext.BaseDirectory));
    static readonly Lazy<SecondStage> Stage = new(() => SecondStage.Open(text => Encoder.Value.Read(text), Path.Combine(AppContext.BaseDirectory, Heads)));

    /// <summary>The first of the files that is missing beside the program; null when all are there.</summary>
    public static string? Missing => Files.FirstOrDefault(file => !File.Exists(Path.Combine(AppContext.BaseDirectory, file)));

    /// <summary>Opens the stage.</summary>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">The heads are cut or of another version.</exception>
    public static SecondStage Open() => Missing is { } missing ? throw new FileNotFoundException("A file of the second stage is missing.", missing) : Stage.Value;
}
