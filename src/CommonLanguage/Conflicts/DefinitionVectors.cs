using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Glossary;

namespace CommonLanguage.Conflicts;

/// <summary>
/// By what some definitions are compared: vectors of a generator for all of them, or the built-in word vectors for all of them, never
/// some of each; and by both stages or the first alone. Immutable.
/// </summary>
public sealed class DefinitionVectors
{
    readonly IReadOnlyDictionary<string, OutsideVector> vectors;
    readonly SecondStage? second;

    internal DefinitionVectors(string version, IReadOnlyDictionary<string, OutsideVector> vectors, SecondStage? second = null) =>
        (Version, this.vectors, this.second) = (version, vectors, second);

    /// <summary>The built-in word vectors.</summary>
    public static DefinitionVectors BuiltIn { get; } = new(MeaningComparer.Version, new Dictionary<string, OutsideVector>(StringComparer.Ordinal));

    /// <summary>Stored with each comparison that is made by them; ends in "+encoder" where both stages judge.</summary>
    public string Version { get; }

    /// <summary>The version of comparisons by a first stage and, where there is one, the second.</summary>
    internal static string VersionOf(string first, SecondStage? second) => second is null ? first : first + "+encoder";

    /// <summary>The same, and by the second stage.</summary>
    internal DefinitionVectors With(SecondStage? second) => second is null ? this : new(VersionOf(Version, second), vectors, second);

    /// <summary>Reads a definition for the comparison.</summary>
    public DefinitionReading Read(string term, string definition, string language)
    {
        var reading = DefinitionReading.Of(term, definition, language);
        if (vectors.TryGetValue(definition, out var vector))
            reading = reading.With(vector);
        return Aligns(language) ? reading.With(second!) : reading;
    }

    // The encoder is English.
    bool Aligns(string language) => second is not null && LanguageTag.Parse(language, "language").Primary == "en";
}
