using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Conflicts;

/// <summary>
/// By what some definitions are compared: vectors of a generator for all of them, or the built-in word vectors for all of them, never
/// some of each. Immutable.
/// </summary>
public sealed class DefinitionVectors
{
    readonly IReadOnlyDictionary<string, OutsideVector> vectors;

    internal DefinitionVectors(string version, IReadOnlyDictionary<string, OutsideVector> vectors) => (Version, this.vectors) = (version, vectors);

    /// <summary>The built-in word vectors.</summary>
    public static DefinitionVectors BuiltIn { get; } = new(MeaningComparer.Version, new Dictionary<string, OutsideVector>(StringComparer.Ordinal));

    /// <summary>Stored with each comparison that is made by them.</summary>
    public string Version { get; }

    /// <summary>Reads a definition for the comparison.</summary>
    public DefinitionReading Read(string term, string definition, string language)
    {
        var reading = DefinitionReading.Of(term, definition, language);
        return vectors.TryGetValue(definition, out var vector) ? reading.With(vector) : reading;
    }
}
