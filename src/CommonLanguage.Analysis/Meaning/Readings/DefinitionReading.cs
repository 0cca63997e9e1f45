using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;
using CommonLanguage.Analysis.Meaning.Forms;
using CommonLanguage.Analysis.Meaning.Parts;

namespace CommonLanguage.Analysis.Meaning.Readings;

/// <summary>
/// A definition as the comparison reads it: build it once, compare it often. Immutable and thread-safe; about 4 kB, 10 kB for a long text.
/// </summary>
public sealed class DefinitionReading
{
    // Set once; two threads at once find the same.
    StrongBox<TextSpan?>? kind;

    internal DefinitionReading(string term, string definition, string language, ReadParts parts, DetailReading details, DefinitionForm form)
    {
        (Term, Definition, Language, Parts, Details, Form) = (term, definition, language, parts, details, form);
    }

    /// <summary>The word that is defined.</summary>
    public string Term { get; }

    /// <summary>The definition as given; offsets count its UTF-16 units.</summary>
    public string Definition { get; }

    /// <summary>BCP 47. Word vectors are there for English; other languages are compared by their words and details, with less confidence.</summary>
    public string Language { get; }

    /// <summary>Whether the text is a definition at all, and of how many senses.</summary>
    public DefinitionForm Form { get; }

    /// <summary>Where the text says what kind of thing the concept is; null where it does not. Found at its first use.</summary>
    internal TextSpan? Kind => (kind ??= new(KindPhrase.Find(this))).Value;

    internal ReadParts Parts { get; }

    internal DetailReading Details { get; }

    internal OutsideVector? Outside { get; private init; }

    internal SecondStage? SecondStage { get; private init; }

    /// <summary>
    /// The same reading with a vector of the definition from elsewhere. Where both sides have one of the same dimension, and the word
    /// vectors know both, its cosine takes the place of theirs; everything else is compared as before.
    /// </summary>
    public DefinitionReading With(OutsideVector vector) => new(Term, Definition, Language, Parts, Details, Form) { Outside = vector, SecondStage = SecondStage };

    /// <summary>
    /// The same reading, for a comparison by both stages. Where only one side is read so, the first stage judges alone.
    /// </summary>
    public DefinitionReading With(SecondStage stage) => new(Term, Definition, Language, Parts, Details, Form) { Outside = Outside, SecondStage = stage };

    /// <summary>Reads a definition. Takes any text; never throws.</summary>
    public static DefinitionReading Of(string term, string definition, string language) =>
        new(term, definition, language, PartsReader.Read(term, definition, language), DetailReading.Of(definition, language), DefinitionForm.Of(term, definition, language));
}
